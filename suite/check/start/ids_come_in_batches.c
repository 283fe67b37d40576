#include "suite.h"

enum { N = 2000, BATCH = 16 };

static atomic_uint_least64_t greatest;
static atomic_int ended;

static void raise_to(uint64_t id)
{
	uint64_t seen = greatest;

	while (seen < id && !atomic_compare_exchange_weak(&greatest, &seen, id))
		;
}

static void child(void *unused)
{
	raise_to(rt_self()->id);
	ended++;
}

static void spawner(void *unused)
{
	uint64_t last = 0;

	for (int i = 0; i < N / 4; i++) {
		uint64_t id = rt_spawn(child, NULL);

		if (suite_procs() == 1)
			EXPECT(id > last);
		last = id;
	}
	raise_to(rt_self()->id);
	ended++;
}

CHECK("ids rise with the spawns of a P, and at most a batch of 16 a P is "
      "unused",
	.clause = "start.id-batch-16",
	.source = "Go 1.19 proc.go: newproc1, _GoidCacheBatch")
{
	spawn_n(4, spawner);
	until(ended == N + 4);
	EXPECT_GE(greatest, N + 5);
	EXPECT_LE(greatest, N + 5 + BATCH * suite_procs());
}
