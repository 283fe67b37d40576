#include "overflow.h"

static void overflows(void *unused)
{
	overflow_the_stack();
}

CHECK("a stack overflow says which G it was, before all others, and where it "
      "stands",
	.clause = "fatal.stack-overflow",
	.source =
		"Go 1.19 stack.go: newstack; crash_test.go: TestStackOverflow",
	.needs = RT_GUARD, .dies = 2, .procs = 1,
	.says = "fatal error: stack overflow\n\ngoroutine 2 [running]: ")
{
	struct go_wg never = {.n = 1};

	rt_spawn(overflows, NULL);
	go_wg_wait(&never);
}
