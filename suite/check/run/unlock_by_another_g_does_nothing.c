#include "suite.h"

static struct go_wg wg = {.n = 1};

static void other(void *unused)
{
	rt_unlock_thread();
	go_wg_done(&wg);
}

CHECK("a G stays tied when another calls for an unlock",
	.clause = "run.unlock-without-lock",
	.source = "Go 1.19 package runtime: UnlockOSThread",
	.needs = RT_LOCK_THREAD)
{
	rt_unlock_thread(); /* of a lock that never was */
	EXPECT(!rt_thread_locked(rt_self()));
	rt_lock_thread();
	rt_spawn(other, NULL);
	go_wg_wait(&wg);
	EXPECT(rt_thread_locked(rt_self()));
	rt_unlock_thread();
	EXPECT(!rt_thread_locked(rt_self()));
}
