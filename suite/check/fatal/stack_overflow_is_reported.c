#include "overflow.h"

static void overflows(void *unused)
{
	overflow_the_stack();
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
