#include "hog.h"

enum { MS = 1000000, TURNS = 12 };

CHECK("a G that does not give way is asked to after 10 ms, and soon does",
	.clause = "run.slice-10ms",
	.source = "Go 1.19 proc.go: forcePreemptNS, retake",
	.needs = RT_PREEMPT, .procs = 1)
{
	int long_enough = 0;

	hogs(2, TURNS);
	for (int i = 1; i < TURNS; i++) {
		int64_t ns = hog_turns[i].at_ns - hog_turns[i - 1].at_ns;

		EXPECT_LE(ns, 200 * (int64_t)MS);
		long_enough += ns >= 9 * MS;
	}
	EXPECT_GE(long_enough, TURNS / 2);
}
