#include "hog.h"

CHECK("Gs that are made to give way run in turn", .clause = "run.round-robin",
	.source = "Go 1.19 proc.go: goschedImpl",
	.needs = RT_PREEMPT | RT_RUNNEXT, .procs = 1)
{
	hogs(3, 9);
	for (int i = 0; i < 9; i++)
		note("%d", hog_turns[i].who);
	EXPECT_NOTES("3 1 2 3 1 2 3 1 2");
}
