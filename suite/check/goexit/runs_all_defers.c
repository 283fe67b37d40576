#include "suite.h"

static uint64_t ran_on;

static void say(void *word)
{
	note("%s", (char *)word);
	ran_on = rt_self()->id;
}

static __attribute__((noinline)) void innermost(void)
{
	go_defer(say, "d4");
	go_defer(say, "d5");
	note("exit");
	go_exit();
}

static __attribute__((noinline)) void middle(void)
{
	go_defer(say, "d2");
	go_defer(say, "d3");
	innermost();
}

static void leaver(void *wg)
{
	go_defer(go_wg_done, wg);
	go_defer(say, "d1");
	middle();
}

CHECK("go_exit runs every deferred call, last first, on the G that leaves",
	.clause = "goexit.runs-all-defers",
	.source = "Go 1.19 panic.go: Goexit")
{
	struct go_wg wg = {.n = 1};
	uint64_t id = rt_spawn(leaver, &wg);

	go_wg_wait(&wg);
	EXPECT_NOTES("exit d5 d4 d3 d2 d1");
	EXPECT_EQ(ran_on, id);
}
