#include "suite.h"

static struct go_wg wg;
static int64_t tick;

static void child(void *unused)
{
	note("spawned+%d", (int)(rt_stat("schedtick") - tick));
	tick = rt_stat("schedtick");
	go_wg_done(&wg);
}

CHECK("a G that runs from runnext inherits the slice: the tick stands still",
	.clause = "queue.runnext-no-tick",
	.source = "Go 1.19 proc.go: runqget, execute",
	.needs = RT_STAT | RT_RUNNEXT, .procs = 1)
{
	rt_yield();
	go_wg_add(&wg, 1);
	tick = rt_stat("schedtick");
	rt_spawn(child, NULL);
	go_wg_wait(&wg);
	note("readied+%d", (int)(rt_stat("schedtick") - tick));

	go_wg_add(&wg, 1);
	tick = rt_stat("schedtick");
	rt_spawn(child, NULL);
	rt_yield();
	note("yielded+%d", (int)(rt_stat("schedtick") - tick));
	EXPECT_NOTES("spawned+0 readied+0 spawned+0 yielded+1");
}
