#include "suite.h"

static struct go_wg wg = {.n = 1};

static void worker(void *unused)
{
	go_wg_done(&wg);
	note("after-done");
	rt_yield();
	note("worker-ends");
}

CHECK("the Done that reaches zero goes on; the waiter runs when it stops",
	.clause = "sync.wg-done-continues",
	.source = "Go 1.19 waitgroup.go: Add", .procs = 1)
{
	rt_yield();
	rt_spawn(worker, NULL);
	go_wg_wait(&wg);
	note("main");
	rt_yield();
	EXPECT_NOTES("after-done main worker-ends");
}
