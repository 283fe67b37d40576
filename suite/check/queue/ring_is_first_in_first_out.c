#include "suite.h"

enum { ROUNDS = 20 };

static int n, turn;
static int64_t wrong;
static struct go_wg wg;

/* turn t is that of G t % n: G n begins, as it was in runnext */
static void circles(void *i)
{
	for (int round = 0; round < ROUNDS; round++) {
		wrong += (intptr_t)i % n != turn++ % n;
		rt_yield_local();
	}
	go_wg_done(&wg);
}

CHECK("the ring of a P is first in, first out, for any number and wherever it "
      "wraps",
	.clause = "queue.fifo-ring",
	.source = "Go 1.19 proc.go: runqput, runqget",
	.needs = RT_RING | RT_YIELD_LOCAL | RT_RUNNEXT, .procs = 1)
{
	for (int i = 0; i < 20; i++) {
		n = i == 0 ? 256 : 1 + (int)(suite_random() % 256);
		turn = 0;
		go_wg_add(&wg, n);
		spawn_n(n, circles);
		go_wg_wait(&wg);
		EXPECT_EQ(turn, n * ROUNDS);
		EXPECT_EQ(wrong, 0);
	}
}
