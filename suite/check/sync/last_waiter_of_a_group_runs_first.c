#include "suite.h"

static struct go_wg gate = {.n = 1}, ended = {.n = 5};

static void waiter(void *i)
{
	go_wg_wait(&gate);
	note("w%d", (int)(intptr_t)i);
	go_wg_done(&ended);
}

CHECK("a group readies its waiters in the order they came: the last runs first",
	.clause = "sync.wg-waiters-order",
	.source = "Go 1.19 waitgroup.go: Add", .procs = 1, .needs = RT_RUNNEXT)
{
	for (intptr_t i = 1; i <= 5; i++) {
		rt_spawn(waiter, (void *)i);
		rt_yield();
	}
	go_wg_done(&gate);
	note("main");
	go_wg_wait(&ended);
	EXPECT_NOTES("main w5 w1 w2 w3 w4");
}
