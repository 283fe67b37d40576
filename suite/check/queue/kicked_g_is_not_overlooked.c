#include "../steal/spin.h"

enum { ROUNDS = 1500 };

static atomic_int ran, elsewhere;
static int home;

static void worker(void *unused)
{
	elsewhere += rt_proc() != home;
	ran++;
}

static void wait_a_little(void)
{
	for (unsigned n = suite_random() % 8192; n > 0; n--)
		__asm__ volatile("" ::: "memory");
}

CHECK("a G on its way from runnext to the ring is seen by who looks for work",
	.clause = "queue.never-empty-spuriously",
	.source = "Go 1.19 proc.go: runqempty; proc_test.go: TestRunqEmpty",
	.needs = RT_STEAL, .min_procs = 2)
{
	home = rt_proc();
	for (int i = 1; i <= ROUNDS; i++) {
		spin_until_one_idles();
		rt_spawn(worker, NULL);
		wait_a_little();
		rt_spawn(worker,
			NULL); /* kicks the first, and this P never stops */
		spin_until(ran == 2 * i);
	}
	EXPECT_EQ(elsewhere, 2 * ROUNDS);
}
