#include "suite.h"

static __attribute__((noinline)) int dive(volatile char *above, int depth)
{
	volatile char mine[512];

	mine[0] = above[0];
	return depth > 0 ? dive(mine, depth - 1) + mine[0] : 0;
}

static void overflows(void *unused)
{
	volatile char top = 1;

	dive(&top, 1 << 24);
}

CHECK("a G that runs off its stack ends the process with 2 and says so",
	.clause = "fatal.stack-overflow",
	.source = "Go 1.19 stack.go: newstack", .needs = RT_GUARD, .dies = 2,
	.says = "fatal error: stack overflow")
{
	struct go_wg never = {.n = 1};

	rt_spawn(overflows, NULL);
	go_wg_wait(&never);
}
