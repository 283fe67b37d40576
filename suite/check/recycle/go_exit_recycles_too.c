#include "suite.h"

static G *first, *second;

static void nothing(void *unused)
{
}

static __attribute__((noinline)) void leave(void)
{
	go_defer(nothing, NULL);
	go_exit();
}

static void leaver(void *unused)
{
	first = rt_self();
	leave();
}

static void returner(void *unused)
{
	second = rt_self();
}

CHECK("a G that ended by go_exit is used again like one that returned",
	.clause = "recycle.goexit-recycles",
	.source = "Go 1.19 proc.go: goexit0", .needs = RT_RECYCLE, .procs = 1)
{
	rt_spawn(leaver, NULL);
	rt_yield();
	rt_spawn(returner, NULL);
	rt_yield();
	EXPECT(first != NULL && second == first);
}
