#include "guard.h"

enum { N = 100000 };

static struct go_wg gate = {.n = 1};
static atomic_int here, open_guards;

static void worker(void *unused)
{
	char *lo, *hi;

	open_guards += !rt_stack(rt_self(), &lo, &hi) || readable(lo - 1);
	here++;
	go_wg_wait(&gate);
}

CHECK("below each of 100 000 stacks that are in use lies a byte out of reach",
	.clause = "many.guarded", .source = "Go 1.19 stack.go: stackGuard",
	.needs = RT_MANY | RT_GUARD, .limit_ms = 30000)
{
	guard_open();
	for (int i = 0; i < N; i++)
		EXPECT(rt_spawn(worker, NULL) != 0);
	until(here == N);
	EXPECT_EQ(open_guards, 0);
	go_wg_done(&gate);
	until(go_num_goroutine() == 1);
}
