#include "suite.h"

static atomic_bool over;
static atomic_int ended;

static void spinner(void *unused)
{
	until(over);
	ended++;
}

static void setter(void *unused)
{
	for (int i = 0; i < 100; i++)
		rt_yield();
	over = true;
}

CHECK("Gs that spin by yielding let every other G go on",
	.clause = "run.yield-progress",
	.source = "Go 1.19 proc_test.go: TestYieldProgress")
{
	for (int i = 0; i < 20; i++)
		rt_spawn(spinner, NULL);
	rt_spawn(setter, NULL);
	until(ended == 20);
	EXPECT(over);
}
