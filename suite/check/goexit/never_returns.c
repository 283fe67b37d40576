#include "suite.h"

static void say(void *word)
{
	note("%s", (char *)word);
}

/* not known to the compiler as noreturn, so it keeps what follows */
static void (*volatile leave)(void) = go_exit;

static __attribute__((noinline)) void inner(void)
{
	note("leaves");
	leave();
	note("inner-goes-on");
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	go_defer(say, "deferred");
	inner();
	note("worker-goes-on");
}

CHECK("no function on the stack of a G that called go_exit ever goes on",
	.clause = "goexit.never-returns", .source = "Go 1.19 panic.go: Goexit")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	until(go_num_goroutine() == 1);
	EXPECT_NOTES("leaves deferred");
}
