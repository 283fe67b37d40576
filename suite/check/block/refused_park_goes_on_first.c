#include "suite.h"

static bool refuse(G *self, void *times)
{
	++*(int *)times;
	return false;
}

static void other(void *unused)
{
	note("other");
}

CHECK("when commit says false the G goes on at once, ahead of all that are "
      "queued",
	.clause = "block.unlockf-false-resumes",
	.source = "Go 1.19 proc.go: park_m", .procs = 1)
{
	int64_t tick = rt_stat("schedtick");
	int times = 0;

	rt_spawn(other, NULL);
	for (int i = 0; i < 100; i++)
		rt_park(refuse, &times, "check");
	note("main");
	EXPECT_EQ(times, 100);
	EXPECT_EQ(rt_stat("schedtick"), tick);
	EXPECT(rt_self()->why == NULL);
	rt_yield();
	EXPECT_NOTES("main other");
}
