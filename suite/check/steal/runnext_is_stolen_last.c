#include "queue.h"

CHECK("a thief takes runnext only when the victim's ring has nothing left",
	.clause = "steal.runnext-last-resort",
	.source = "Go 1.19 proc.go: stealWork, runqgrab",
	.needs = RT_STEAL | RT_RING | RT_RUNNEXT, .procs = 2)
{
	for (int n = 1; n < 200; n = 2 * n + 1) {
		steal_n(n);
		EXPECT_EQ(stolen[n - 1], n);
	}
}
