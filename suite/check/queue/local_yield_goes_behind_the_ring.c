#include "suite.h"

static struct go_wg wg;

static void worker(void *i)
{
	for (int round = 0; round < 3; round++) {
		note("%d.%d", (int)(intptr_t)i, round);
		rt_yield_local();
	}
	go_wg_done(&wg);
}

CHECK("a local yield goes to the tail of the P's own ring: Gs take turns there",
	.clause = "queue.local-yield-tail",
	.source = "Go 1.19 proc.go: goyield_m",
	.needs = RT_YIELD_LOCAL | RT_RUNNEXT, .procs = 1)
{
	go_wg_add(&wg, 3);
	spawn_n(3, worker);
	go_wg_wait(&wg);
	EXPECT_NOTES("3.0 1.0 2.0 3.1 1.1 2.1 3.2 1.2 2.2");
}
