#include "suite.h"

static void say(void *word)
{
	note("%s", (char *)word);
}

static void leaves(void *unused)
{
	note("i2-exit");
	go_exit();
}

static __attribute__((noinline)) void inner(void)
{
	go_defer(say, "i1");
	go_defer(leaves, NULL);
	go_defer(say, "i3");
	note("inner-returns");
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	go_defer(say, "d1");
	inner();
	note("worker-goes-on");
}

CHECK("go_exit in a deferred call of a function that returns runs the older "
      "ones and ends",
	.clause = "goexit.from-deferred-on-normal-return",
	.source = "Go 1.19 panic.go: Goexit, deferreturn")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_NOTES("inner-returns i3 i2-exit i1 d1");
}
