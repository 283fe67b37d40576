#include "suite.h"

static void say(void *word)
{
	note("%s", (char *)word);
}

static void exits(void *unused)
{
	note("d2-exits");
	go_exit();
}

static void defers_and_exits(void *unused)
{
	note("d3-exits");
	go_defer(say, "d3-inner");
	go_exit();
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	go_defer(say, "d1");
	go_defer(exits, NULL);
	go_defer(defers_and_exits, NULL);
	go_exit();
}

CHECK("go_exit during go_exit drops the rest of that call and goes on with the "
      "older",
	.clause = "goexit.nested",
	.source = "Go 1.19 panic.go: Goexit, d.started")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_NOTES("d3-exits d3-inner d2-exits d1");
}
