#include "../many/guard.h"

enum { GS = 50 };

static struct go_wg gate = {.n = 1};
static atomic_int here, strange;

static void worker(void *unused)
{
	char *frame = __builtin_frame_address(0), *lo, *hi;

	strange += !rt_stack(rt_self(), &lo, &hi);
	strange += frame < lo || frame >= hi;
	strange += hi - lo < RT_STACK_MIN;
	strange += (uintptr_t)hi % 16 != 0;
	strange += readable(lo - 1);
	strange += !readable(hi - 1);
	here++;
	go_wg_wait(&gate);
}

CHECK("a G runs on [lo, hi), at least RT_STACK_MIN bytes, with a guard below",
	.clause = "abi.stack-bounds", .source = "Go 1.19 stack.go: stackGuard",
	.needs = RT_GUARD)
{
	guard_open();
	spawn_n(GS, worker);
	until(here == GS);
	EXPECT_EQ(strange, 0);
	go_wg_done(&gate);
	until(go_num_goroutine() == 1);
}
