#include "suite.h"

static void worker(void *i)
{
	for (int turn = 0; turn < 3; turn++) {
		note("%d.%d", (int)(intptr_t)i, turn);
		rt_yield();
	}
}

CHECK("a spawner that yields has its turn after those that it spawned",
	.clause = "queue.yield-rounds",
	.source = "Go 1.19 proc.go: goschedImpl, globrunqget", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_yield();
	spawn_n(3, worker);
	for (int turn = 0; turn < 4; turn++) {
		rt_yield();
		note("m.%d", turn);
	}
	EXPECT_NOTES("3.0 1.0 2.0 m.0 3.1 1.1 2.1 m.1 3.2 1.2 2.2 m.2 m.3");
}
