#include "suite.h"

enum { FROM = 64, TO = 1600, STEP = 8 };

/* down to so many bytes above the guard, and out */
static __attribute__((noinline)) int dive(const char *lo, int left)
{
	volatile char mine[16];

	mine[0] = 0;
	if ((char *)__builtin_frame_address(0) - lo < left)
		go_exit();
	return left ? dive(lo, left) + mine[0] : 0;
}

static void ends(void *left)
{
	char *lo, *hi;

	rt_stack(rt_self(), &lo, &hi);
	dive(lo, (int)(intptr_t)left);
}

CHECK("a G whose stack has no room left to exit on says so, too",
	.clause = "fatal.stack-overflow",
	.source = "Go 1.19 stack.go: newstack",
	/* a sanitizer exits on the same stack, and its report is its own */
	.needs = RT_GUARD | RT_REFUSE, .dies = 2,
	.says = "fatal error: stack overflow")
{
	for (int left = TO; left >= FROM; left -= STEP) {
		rt_spawn(ends, (void *)(intptr_t)left);
		until(go_num_goroutine() == 1);
	}
}
