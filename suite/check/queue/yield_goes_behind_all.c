#include "suite.h"

static void worker(void *i)
{
	note("%d", (int)(intptr_t)i);
}

CHECK("a G that yields goes behind every G that is runnable",
	.clause = "queue.yield-global-tail",
	.source = "Go 1.19 proc.go: goschedImpl", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_yield();
	spawn_n(5, worker);
	rt_yield();
	note("main");
	EXPECT_NOTES("5 1 2 3 4 main");
}
