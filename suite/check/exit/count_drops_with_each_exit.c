#include "suite.h"

static G *waits[4];

static void waiter(void *i)
{
	waits[(intptr_t)i] = rt_self();
	rt_park(NULL, NULL, "check");
}

static void count(const char *when)
{
	note("%s=%d", when, (int)go_num_goroutine());
}

CHECK("the count of Gs drops when one has ended, not when it is readied to end",
	.clause = "exit.count-drops-at-exit",
	.source = "Go 1.19 proc.go: gcount; proc_test.go: TestNumGoroutine",
	.procs = 1)
{
	count("start");
	spawn_n(3, waiter);
	count("spawned");
	rt_yield();
	count("parked");
	rt_ready(waits[1]);
	count("readied");
	rt_yield();
	count("exited");
	rt_ready(waits[2]);
	rt_ready(waits[3]);
	rt_yield();
	count("end");
	EXPECT_NOTES("start=1 spawned=4 parked=4 readied=4 exited=3 end=1");
}
