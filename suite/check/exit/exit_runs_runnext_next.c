#include "suite.h"

static G *waits;

static void waiter(void *unused)
{
	waits = rt_self();
	rt_park(NULL, NULL, "check");
	note("woken");
}

static void queued(void *unused)
{
	note("queued");
}

static void waker(void *unused)
{
	note("waker");
	rt_ready(waits);
}

CHECK("after an exit the P goes on by the usual rules, runnext first",
	.clause = "exit.schedules-next",
	.source = "Go 1.19 proc.go: goexit0, schedule", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_yield();
	rt_spawn(waiter, NULL);
	rt_yield();
	rt_spawn(queued, NULL);
	rt_spawn(waker, NULL);
	rt_yield();
	EXPECT_NOTES("waker woken queued");
}
