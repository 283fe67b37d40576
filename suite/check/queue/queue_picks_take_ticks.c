#include "suite.h"

static struct go_wg wg;
static int64_t tick;

static int passed(void)
{
	int64_t before = tick;

	tick = rt_stat("schedtick");
	return (int)(tick - before);
}

static void woken(void *unused)
{
	note("ring+%d", passed());
	go_wg_done(&wg);
}

static void runs_first(void *unused)
{
	note("runnext+%d", passed());
	go_wg_done(&wg);
}

CHECK("a pick from the ring or from the global queue begins a slice: one tick",
	.clause = "queue.runnext-no-tick",
	.source = "Go 1.19 proc.go: execute, goyield_m, goschedImpl",
	.needs = RT_STAT | RT_RUNNEXT | RT_YIELD_LOCAL, .procs = 1)
{
	align_tick(2);
	go_wg_add(&wg, 2);
	rt_spawn(woken, NULL);
	rt_spawn(runs_first, NULL);
	passed();
	rt_yield();
	note("global+%d", passed());
	rt_yield_local();
	note("ring+%d", passed());
	EXPECT_NOTES("runnext+0 ring+1 global+1 ring+1");
}
