#include "suite.h"

static struct go_wg wg = {.n = 3};

static void worker(void *i)
{
	for (int turn = 0; turn < 3; turn++) {
		note("%d.%d", (int)(intptr_t)i, turn);
		rt_yield();
	}
	note("%d.x", (int)(intptr_t)i);
	go_wg_done(&wg);
}

CHECK("Gs that yield take turns, in the order of their first run",
	.clause = "queue.yield-rounds",
	.source = "Go 1.19 proc.go: goschedImpl, globrunqget", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_yield();
	spawn_n(3, worker);
	go_wg_wait(&wg);
	note("main");
	EXPECT_NOTES("3.0 1.0 2.0 3.1 1.1 2.1 3.2 1.2 2.2 3.x 1.x 2.x main");
}
