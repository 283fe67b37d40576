#include "suite.h"

static struct go_wg wg = {.n = 4};

static void worker(void *name)
{
	note("%s", (char *)name);
	go_wg_done(&wg);
}

static void parent(void *unused)
{
	note("P0");
	rt_spawn(worker, "child");
	note("P1");
	rt_yield();
	note("P2");
	go_wg_done(&wg);
}

CHECK("a G that spawns and yields runs again after its child and its siblings",
	.clause = "queue.parent-after-yield",
	.source = "Go 1.19 proc.go: goschedImpl", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_yield();
	rt_spawn(parent, NULL);
	rt_spawn(worker, "S1");
	rt_spawn(worker, "S2");
	go_wg_wait(&wg);
	EXPECT_NOTES("S2 P0 P1 child S1 P2");
}
