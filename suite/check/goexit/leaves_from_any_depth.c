#include "suite.h"

enum { DEPTH = 40, CALLS = 100 };

static int expected, disorder, over;

/* not known to the compiler as noreturn */
static void (*volatile leave)(void) = go_exit;

/* numbered as deferred: they must come back counting down */
static void count_down(void *n)
{
	disorder += --expected != (int)(intptr_t)n;
}

static __attribute__((noinline)) void bottom(void)
{
	go_defer_scope();
	for (intptr_t i = 1; i <= CALLS; i++)
		go_defer_loop(count_down, (void *)(DEPTH + i));
	expected = DEPTH + CALLS + 1;
	leave();
}

static __attribute__((noinline)) void dive(int depth)
{
	go_defer(count_down, (void *)(intptr_t)(DEPTH - depth));
	if (depth > 0)
		dive(depth - 1);
	else
		bottom();
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	dive(DEPTH);
	over = 1;
}

CHECK("from 40 frames down and with 100 calls deferred in a loop, all run in "
      "order",
	.clause = "goexit.deep", .source = "Go 1.19 panic.go: Goexit")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_EQ(disorder, 0);
	EXPECT_EQ(expected, 0);
	EXPECT_EQ(over, 0);
}
