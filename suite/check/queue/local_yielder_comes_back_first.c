#include "suite.h"

static struct go_wg wg = {.n = 3};

static void global(void *unused)
{
	note("A0");
	rt_yield();
	note("A1");
	go_wg_done(&wg);
}

static void local(void *unused)
{
	note("B0");
	rt_yield_local();
	note("B1");
	go_wg_done(&wg);
}

static void neither(void *unused)
{
	note("C0");
	go_wg_done(&wg);
}

CHECK("who yields to the own ring comes back before one that yielded to the "
      "global queue earlier",
	.clause = "queue.yield-vs-local-yield",
	.source = "Go 1.19 proc.go: goyield_m, goschedImpl, findRunnable",
	.needs = RT_YIELD_LOCAL | RT_RUNNEXT | RT_STAT, .procs = 1)
{
	align_tick(2);
	rt_spawn(global, NULL);
	rt_spawn(local, NULL);
	rt_spawn(neither, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("C0 A0 B0 B1 A1");
}
