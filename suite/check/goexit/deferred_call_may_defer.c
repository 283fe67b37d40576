#include "suite.h"

static void say(void *word)
{
	note("%s", (char *)word);
}

static void defers(void *unused)
{
	note("d2-begin");
	go_defer(say, "d2-added");
	note("d2-end");
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	go_defer(say, "d1");
	go_defer(defers, NULL);
	go_exit();
}

CHECK("what a deferred call defers runs when that call ends, before older ones",
	.clause = "goexit.defers-added-during",
	.source = "Go 1.19 panic.go: Goexit, deferreturn")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_NOTES("d2-begin d2-end d2-added d1");
}
