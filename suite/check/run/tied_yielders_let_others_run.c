#include "suite.h"

static atomic_bool over;
static struct go_wg wg = {.n = 3};

static void spins(void *tied)
{
	if (tied)
		rt_lock_thread();
	while (!over)
		rt_yield();
	if (tied)
		rt_unlock_thread();
	go_wg_done(&wg);
}

static void ends_it(void *unused)
{
	over = true;
}

CHECK("Gs that spin by yielding let others go on, tied to a thread or not",
	.clause = "run.yield-progress",
	.source = "Go 1.19 proc_test.go: TestYieldLockedProgress",
	.needs = RT_LOCK_THREAD)
{
	rt_spawn(spins, &over);
	rt_spawn(spins, NULL);
	rt_spawn(spins, &over);
	rt_yield();
	rt_spawn(ends_it, NULL);
	go_wg_wait(&wg);
	EXPECT(over);
}
