#include "spin.h"

enum { N = 600 };

static atomic_int ran, elsewhere;
static int home;

static void worker(void *unused)
{
	elsewhere += rt_proc() != home;
	ran++;
}

CHECK("all Gs of a spawner that never stops are run by other Ps",
	.clause = "steal.spinning-victim-drained",
	.source = "Go 1.19 proc.go: stealWork", .needs = RT_STEAL,
	.min_procs = 2)
{
	home = rt_proc();
	for (int i = 0; i < N; i++)
		rt_spawn(worker, NULL);
	spin_until(ran == N);
	EXPECT_EQ(elsewhere, N);
	witness("Gs run elsewhere", elsewhere, N);
}
