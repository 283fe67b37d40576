#include "suite.h"

enum { N = 6 };

static G *spawned[N], *exited[N];
static int exits;

static void worker(void *i)
{
	spawned[(intptr_t)i - 1] = exited[exits++] = rt_self();
}

CHECK("free Gs are a stack: who ended last is used again first",
	.clause = "recycle.lifo", .source = "Go 1.19 proc.go: gfput, gfget",
	.needs = RT_RECYCLE | RT_ORDER, .procs = 1)
{
	G *before[N];

	for (int round = 0; round < 4; round++) {
		memcpy(before, exited, sizeof(before));
		exits = 0;
		spawn_n(N, worker);
		rt_yield();
		EXPECT_EQ(exits, N);
		for (int i = 0; round > 0 && i < N; i++)
			EXPECT(spawned[i] == before[N - 1 - i]);
	}
}
