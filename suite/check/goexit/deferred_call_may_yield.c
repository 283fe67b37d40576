#include "suite.h"

static struct go_wg wg = {.n = 2};

static void yields(void *unused)
{
	note("before");
	rt_yield();
	note("after");
}

static void worker(void *unused)
{
	go_defer(go_wg_done, &wg);
	go_defer(yields, NULL);
	go_exit();
}

static void other(void *unused)
{
	note("other");
	go_wg_done(&wg);
}

CHECK("a deferred call that go_exit runs may yield, and the exit goes on "
      "afterwards",
	.clause = "goexit.may-yield", .source = "Go 1.19 panic.go: Goexit",
	.procs = 1, .needs = RT_RUNNEXT)
{
	rt_yield();
	rt_spawn(other, NULL);
	rt_spawn(worker, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("before other after");
}
