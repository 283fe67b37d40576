#include "suite.h"

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	note("body");
}

CHECK("with one P, who waits for a deferred Done runs when that G is wholly "
      "gone",
	.clause = "exit.waiter-sees-it-gone",
	.source = "Go 1.19 waitgroup.go: Done; proc.go: goexit0", .procs = 1)
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	note("main=%d", (int)go_num_goroutine());
	EXPECT_NOTES("body main=1");
}
