#include "spin.h"

enum { ROUNDS = 2000 };

static atomic_int ran;

static void worker(void *unused)
{
	ran++;
}

static void wait_a_little(void)
{
	for (unsigned n = suite_random() % 4096; n > 0; n--)
		__asm__ volatile("" ::: "memory");
}

CHECK("work that comes as an M goes to sleep is found, time and again",
	.clause = "steal.recheck-before-park",
	.source = "Go 1.19 proc.go: findRunnable, checkRunqsNoP",
	.needs = RT_STEAL, .min_procs = 2)
{
	for (int i = 0; i < ROUNDS; i++) {
		if (i % 2)
			spin_until_one_idles();
		else
			wait_a_little();
		rt_spawn(worker, NULL);
		spin_until(ran == i + 1);
	}
	EXPECT_EQ(ran, ROUNDS);
}
