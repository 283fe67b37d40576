#include "suite.h"

static atomic_int here;

static void must_not_run(void *unused)
{
	_exit(7);
}

static void wait_for_ever(void *unused)
{
	here++;
	rt_park(NULL, NULL, "check");
}

static void leaver(void *unused)
{
	go_defer(must_not_run, NULL);
	go_defer(wait_for_ever, NULL);
	go_exit();
}

CHECK("when the first G returns, nothing runs that other Gs have deferred",
	.clause = "exit.main-return-skips-others-defers",
	.source = "Go 1.19 proc.go: main", .leaves = -1)
{
	for (int i = 0; i < 5; i++)
		rt_spawn(leaver, NULL);
	until(here == 5);
	EXPECT_EQ(go_num_goroutine(), 6);
}
