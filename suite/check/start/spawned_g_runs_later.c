#include "suite.h"

static void child(void *unused)
{
	note("child");
}

CHECK("spawn only makes a G runnable: with one P it waits until its spawner "
      "stops",
	.clause = "start.child-not-run-yet",
	.source = "Go 1.19 proc.go: newproc", .procs = 1)
{
	note("before");
	rt_spawn(child, NULL);
	note("after");
	rt_yield();
	note("resumed");
	EXPECT_NOTES("before after child resumed");
}
