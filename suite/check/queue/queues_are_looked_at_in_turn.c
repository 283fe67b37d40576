#include "suite.h"

static struct go_wg wg;

static void global(void *unused)
{
	rt_yield();
	note("global");
	go_wg_done(&wg);
}

static void ring(void *unused)
{
	note("ring");
	go_wg_done(&wg);
}

static void runnext(void *unused)
{
	note("runnext");
	go_wg_done(&wg);
}

/* one G in each of the three when this one blocks */
static void block_at(int phase)
{
	go_wg_add(&wg, 3);
	align_tick(phase == 0 ? 60 : phase - 1);
	rt_spawn(global, NULL);
	rt_yield_local(); /* until it has yielded: one tick, for us */
	EXPECT_EQ(rt_stat("schedtick") % 61, phase);
	EXPECT_EQ(rt_stat("globrunq"), 1);
	rt_spawn(ring, NULL);
	rt_spawn(runnext, NULL);
	go_wg_wait(&wg);
}

CHECK("a P looks at runnext, the ring, the global queue; on a 61st tick at the "
      "last one first",
	.clause = "queue.search-order",
	.source = "Go 1.19 proc.go: findRunnable",
	.needs = RT_RING | RT_YIELD_LOCAL | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	block_at(2);
	block_at(30);
	block_at(0);
	EXPECT_NOTES("runnext ring global runnext ring global global runnext "
		     "ring");
}
