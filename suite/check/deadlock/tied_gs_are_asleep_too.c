#include "suite.h"

static void waiter(void *c)
{
	rt_lock_thread();
	go_chan_recv(c, NULL);
}

CHECK("a deadlock is told though those who wait are tied to threads",
	.clause = "deadlock.locked",
	.source = "Go 1.19 crash_test.go: TestLockedDeadlock",
	.needs = RT_LOCK_THREAD, .dies = 2,
	.says = "fatal error: all goroutines are asleep - deadlock!\n\n"
		"goroutine 1 [semacquire, locked to thread]:")
{
	struct go_wg wg = {.n = 1};

	rt_lock_thread();
	rt_spawn(waiter, go_chan_make(sizeof(int), 0));
	go_wg_wait(&wg);
}
