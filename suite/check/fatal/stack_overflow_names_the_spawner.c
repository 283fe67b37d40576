#include "overflow.h"

static void overflows(void *unused)
{
	overflow_the_stack();
}

static __attribute__((noinline)) void spawns_it(void)
{
	rt_spawn(overflows, NULL);
}

CHECK("a stack overflow says who spawned the G, though that one may be far "
      "away",
	.clause = "fatal.stack-overflow",
	.source = "Go 1.19 stack.go: newstack; traceback.go: printcreatedby",
	.needs = RT_GUARD, .dies = 2, .says = "created by spawns_it ")
{
	struct go_wg never = {.n = 1};

	spawns_it();
	go_wg_wait(&never);
}
