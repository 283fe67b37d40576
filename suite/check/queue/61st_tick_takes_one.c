#include "suite.h"

enum { N = 386 };

static int64_t tick[N], global[N];
static int ran;
static struct go_wg wg;

static void worker(void *unused)
{
	tick[ran] = rt_stat("schedtick");
	global[ran++] = rt_stat("globrunq");
	go_wg_done(&wg);
}

CHECK("the 61st tick takes one G of the global queue, not a share",
	.clause = "queue.global-single-on-tick",
	.source = "Go 1.19 proc.go: findRunnable, globrunqget",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	int pulls = 0;

	align_tick(2);
	go_wg_add(&wg, N);
	spawn_n(N, worker);
	go_wg_wait(&wg);
	for (int i = 1; i < N && tick[i] < 256; i++) {
		bool due =
			(tick[i] - 1) % 61 == 0; /* the tick it was picked by */

		EXPECT_EQ(global[i - 1] - global[i], due);
		pulls += due;
	}
	witness("61st ticks", pulls, 3);
}
