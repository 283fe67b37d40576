#include "suite.h"

enum { N = 2000 };

static atomic_int ended, dirty;

/* not known to the compiler as noreturn */
static void (*volatile leave)(void) = go_exit;

static void nothing(void *unused)
{
}

static __attribute__((noinline)) void dive(int depth)
{
	go_defer(nothing, NULL);
	rt_yield();
	if (depth > 0)
		dive(depth - 1);
	leave();
}

static void worker(void *i)
{
	G *g = rt_self();

	dirty += g->defers || g->why;
	dirty += g->arg != i || g->fn != worker || g->id == 0;
	dirty += g->parent != 1;
	ended++;
	if ((intptr_t)i % 2)
		dive((int)((intptr_t)i % 7));
}

CHECK("a G that is used again starts with nothing deferred, no reason, its own "
      "parent",
	.clause = "recycle.no-leak-of-state",
	.source = "Go 1.19 proc.go: goexit0", .needs = RT_RECYCLE)
{
	for (int i = 0; i < N; i++) {
		rt_spawn(worker, (void *)(intptr_t)i);
		if (i % 20 == 19)
			until(ended == i + 1);
	}
	EXPECT_EQ(dirty, 0);
}
