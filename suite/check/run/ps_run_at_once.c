#include <sched.h>

#include "suite.h"

static atomic_int here[2], proc[2];
static struct go_wg wg = {.n = 2};

static void half(void *i)
{
	int me = (int)(intptr_t)i - 1;

	proc[me] = rt_proc();
	for (int round = 1; round <= 100; round++) {
		here[me] = round;
		while (here[!me] < round)
			sched_yield();
	}
	go_wg_done(&wg);
}

CHECK("two Gs on two Ps run at the same time: neither has to stop for the "
      "other",
	.clause = "run.parallel",
	.source = "Go 1.19 proc_test.go: TestGoroutineParallelism",
	.min_procs = 2, .needs = RT_PARALLEL)
{
	spawn_n(2, half);
	go_wg_wait(&wg);
	EXPECT_NE(proc[0], proc[1]);
}
