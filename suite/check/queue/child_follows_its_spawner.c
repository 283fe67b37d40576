#include "suite.h"

static struct go_wg wg = {.n = 4};

static void worker(void *name)
{
	note("%s", (char *)name);
	go_wg_done(&wg);
}

static void parent(void *unused)
{
	note("P");
	rt_spawn(worker, "child");
	go_wg_done(&wg);
}

CHECK("a G that spawns and ends is followed by its child at once",
	.clause = "queue.child-first-on-exit",
	.source = "Go 1.19 proc.go: runqget", .procs = 1, .needs = RT_RUNNEXT)
{
	rt_yield();
	rt_spawn(worker, "S1");
	rt_spawn(worker, "S2");
	rt_spawn(parent, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("P child S1 S2");
}
