#include "spin.h"

enum { ROUNDS = 1000 };

static atomic_int ran;

static void worker(void *unused)
{
	ran++;
}

CHECK("work that comes as the other Ps go to sleep is found, time and again",
	.clause = "steal.recheck-before-park",
	.source = "Go 1.19 proc.go: findRunnable, checkRunqsNoP",
	.needs = RT_STEAL, .min_procs = 2)
{
	for (int i = 0; i < ROUNDS; i++) {
		/* long enough, now and then, for a P to be about to sleep */
		for (unsigned n = suite_random() % 4096; n > 0; n--)
			__asm__ volatile("" ::: "memory");
		rt_spawn(worker, NULL);
		spin_until(ran == i + 1);
	}
	EXPECT_EQ(ran, ROUNDS);
}
