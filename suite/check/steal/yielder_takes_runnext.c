#include "suite.h"

static atomic_bool over, ran;
static atomic_int yields;

static void yielder(void *unused)
{
	while (!over) {
		rt_yield();
		yields++;
	}
}

static void stuck(void *unused)
{
	ran = true;
}

CHECK("a P whose G only yields takes what is stuck in another's runnext",
	.clause = "steal.yielder",
	.source = "Go 1.19 proc.go: goschedImpl, findRunnable, runqgrab",
	.needs = RT_STEAL | RT_RUNNEXT, .procs = 2)
{
	rt_spawn(yielder, NULL);
	while (yields < 1000)
		;
	rt_spawn(stuck, NULL);
	while (!ran) /* makes no call: nobody but the other P can */
		;
	over = true;
	EXPECT(ran);
}
