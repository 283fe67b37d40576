#include <sched.h>

#include "suite.h"

static void spins(void *unused)
{
	for (;;)
		sched_yield();
}

static void waits(void *unused)
{
	rt_park(NULL, NULL, "check");
}

CHECK("when the first G returns the process ends, whatever the others do",
	.clause = "exit.main-return-ends-process",
	.source = "Go spec: Program execution", .leaves = -1)
{
	for (int i = 1; i < suite_procs(); i++)
		EXPECT(rt_spawn(spins, NULL) != 0);
	for (int i = 0; i < 10; i++)
		EXPECT(rt_spawn(waits, NULL) != 0);
}
