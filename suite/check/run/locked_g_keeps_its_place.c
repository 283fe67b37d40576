#include "suite.h"

static struct go_wg wg = {.n = 4};

static void worker(void *i)
{
	int me = (int)(intptr_t)i;

	if (me == 2)
		rt_lock_thread();
	note("%d.0", me);
	rt_yield();
	note("%d.1", me);
	if (me == 2)
		rt_unlock_thread();
	go_wg_done(&wg);
}

CHECK("to be tied to a thread changes nothing in the order of running",
	.clause = "run.lock-keeps-order",
	.source = "Go 1.19 proc.go: schedule, startlockedm",
	.needs = RT_LOCK_THREAD | RT_RUNNEXT, .procs = 1)
{
	spawn_n(4, worker);
	go_wg_wait(&wg);
	EXPECT_NOTES("4.0 1.0 2.0 3.0 4.1 1.1 2.1 3.1");
}
