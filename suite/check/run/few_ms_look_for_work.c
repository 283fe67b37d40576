#include "../steal/spin.h"

enum { ROUNDS = 300, BURST = 32, ENOUGH_NS = 200000000 };

static atomic_int ran;

static void worker(void *unused)
{
	ran++;
}

CHECK("at most half as many Ms look for work as there are Ps, and one more",
	.clause = "run.spinning-limit",
	.source = "Go 1.19 proc.go: findRunnable, wakep",
	.needs = RT_STEAL | RT_STAT, .min_procs = 2)
{
	int64_t most = 0, seen = 0, began = go_now();

	for (int i = 1; i <= ROUNDS * BURST; i++) {
		rt_spawn(worker, NULL);
		int64_t now = rt_stat("spinning");

		most = now > most ? now : most;
		seen += now > 0;
		if (i % BURST)
			continue;
		spin_until(ran == i); /* the others are idle again */
		if (go_now() - began > ENOUGH_NS)
			break; /* few CPUs for many Ms */
	}
	EXPECT_LE(most, suite_procs() / 2 + 1);
	witness("times that an M looked for work", seen, 1);
}
