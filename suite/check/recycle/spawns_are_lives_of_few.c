#include "suite.h"

enum { SPAWNERS = 4, ROUNDS = 200, EACH = 10, HELD = 64 };

static atomic_int ended, left;

static void worker(void *done)
{
	left++;
	++*(atomic_int *)done;
}

static void spawner(void *unused)
{
	atomic_int done = 0;

	for (int i = 1; i <= ROUNDS; i++) {
		for (int k = 0; k < EACH; k++)
			rt_spawn(worker, &done);
		until(done == i * EACH);
	}
	ended++;
}

CHECK("all spawns but those of Gs that lived at once take a descriptor used "
      "before",
	.clause = "recycle.bounded", .source = "Go 1.19 proc.go: gfget, malg",
	.needs = RT_RECYCLE | RT_STAT)
{
	int64_t spawned;

	spawn_n(SPAWNERS, spawner);
	until(ended == SPAWNERS && go_num_goroutine() == 1);
	spawned = rt_stat("spawned");
	EXPECT_EQ(left, SPAWNERS * ROUNDS * EACH);
	EXPECT_EQ(spawned, 1 + SPAWNERS + left);
	EXPECT_EQ(rt_stat("recycled"), spawned - rt_stat("descriptors"));
	/* one that has counted may not have ended, another comes meanwhile */
	EXPECT_LE(rt_stat("descriptors"),
		1 + SPAWNERS * (1 + EACH) + (HELD + 1) * suite_procs());
}
