#include "suite.h"

enum { N = 5000, ROUND = 100, HELD = 64, MAX = 100 * 1024 };

static G *_Atomic used[MAX];
static atomic_int ended;

static void worker(void *unused)
{
	G *g = rt_self();

	for (int i = 0; i < MAX; i++) {
		G *none = NULL;

		if (atomic_compare_exchange_strong(&used[i], &none, g) ||
			none == g)
			break;
	}
	ended++;
}

CHECK("Gs are as many as ever lived at once, and at most 64 a P, not as were "
      "spawned",
	.clause = "recycle.bounded", .source = "Go 1.19 proc.go: gfput, gfget",
	.needs = RT_RECYCLE)
{
	int distinct = 0;

	for (int i = 1; i <= N; i++) {
		rt_spawn(worker, NULL);
		if (i % ROUND == 0)
			until(ended == i && go_num_goroutine() == 1);
	}
	while (distinct < MAX && used[distinct])
		distinct++;
	EXPECT_LE(distinct, ROUND + HELD * suite_procs());
}
