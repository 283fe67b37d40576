#include "suite.h"

CHECK("a yield with nobody else to run comes back after one round of the "
      "scheduler",
	.clause = "queue.yield-alone", .source = "Go 1.19 proc.go: goschedImpl",
	.needs = RT_STAT, .procs = 1)
{
	for (int i = 0; i < 130; i++) {
		int64_t tick = rt_stat("schedtick");

		rt_yield();
		EXPECT_EQ(rt_stat("schedtick") - tick, 1);
	}
}
