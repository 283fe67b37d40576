#include "thread.h"

static _Atomic pid_t tied, untied;
static struct go_wg wg = {.n = 2};

static void leaver(void *unused)
{
	go_defer(go_wg_done, &wg);
	rt_lock_thread();
	rt_lock_thread();
	rt_unlock_thread();
	tied = gettid();
	go_exit();
}

static void good(void *unused)
{
	rt_lock_thread();
	untied = gettid();
	rt_unlock_thread();
	go_wg_done(&wg);
}

CHECK("a G that exits while it is tied ends its thread, else the thread stays",
	.clause = "run.lock-exit-kills-thread",
	.source = "Go 1.19 proc.go: goexit0, mexit", .needs = RT_LOCK_THREAD)
{
	rt_spawn(leaver, NULL);
	until(tied);
	until(!thread_exists(tied));
	rt_spawn(good, NULL);
	go_wg_wait(&wg);
	EXPECT_NE(tied, untied);
	EXPECT(thread_exists(untied));
}
