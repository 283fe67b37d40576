#include "suite.h"

enum { GS = 8, DEPTH = 50 };

static atomic_int ended, wrong;

static __attribute__((noinline)) int dive(int depth)
{
	volatile int mine = depth * 3;

	if (depth > 0 && dive(depth - 1) != depth - 1)
		wrong++;
	rt_yield();
	if (mine != depth * 3)
		wrong++;
	return depth;
}

static void diver(void *unused)
{
	dive(DEPTH);
	ended++;
}

CHECK("a G may stop in any depth of calls and finds its frames as it left them",
	.clause = "block.any-depth", .source = "Go 1.19 proc.go: mcall, gogo",
	.needs = RT_STACKFUL)
{
	spawn_n(GS, diver);
	until(ended == GS);
	EXPECT_EQ(wrong, 0);
}
