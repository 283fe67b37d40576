#include "suite.h"

static void other(void *unused)
{
	note("other");
}

CHECK("to wait for a group of nothing does not even switch",
	.clause = "sync.wg-basic", .source = "Go 1.19 waitgroup.go: Wait",
	.procs = 1)
{
	struct go_wg wg = {0};

	rt_yield();
	rt_spawn(other, NULL);
	go_wg_wait(&wg);
	note("main");
	rt_yield();
	EXPECT_NOTES("main other");
}
