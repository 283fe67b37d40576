#include "suite.h"

enum { N = 100000 };

static G *_Atomic waits[N];
static atomic_int parked, ended;
static atomic_char ran[N];

static bool publish(G *self, void *i)
{
	waits[(intptr_t)i] = self;
	parked++;
	return true;
}

static void worker(void *i)
{
	rt_park(publish, i, "check");
	ran[(intptr_t)i]++;
	ended++;
}

CHECK("100 000 Gs wait at once, and each comes back once when it is readied",
	.clause = "many.all-come-back",
	.source = "Go 1.19 proc.go: newproc, ready", .needs = RT_MANY,
	.limit_ms = 30000)
{
	int wrong = 0;

	for (intptr_t i = 0; i < N; i++)
		EXPECT(rt_spawn(worker, (void *)i) != 0);
	until(parked == N);
	EXPECT_EQ(go_num_goroutine(), N + 1);
	for (int i = 0; i < N; i++)
		rt_ready(waits[i]);
	until(ended == N);
	for (int i = 0; i < N; i++)
		wrong += ran[i] != 1;
	EXPECT_EQ(wrong, 0);
	until(go_num_goroutine() == 1);
}
