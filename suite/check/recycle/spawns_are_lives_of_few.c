#include "suite.h"

enum { SPAWNERS = 4, EACH = 2000, HELD = 64 };

static atomic_int ended;

static void worker(void *unused)
{
	ended++;
}

static void spawner(void *unused)
{
	for (int i = 1; i <= EACH; i++) {
		rt_spawn(worker, NULL);
		if (i % 10 == 0)
			rt_yield();
	}
	ended++;
}

CHECK("all spawns but a few take a descriptor that was used before, on any P",
	.clause = "recycle.bounded", .source = "Go 1.19 proc.go: gfget, malg",
	.needs = RT_RECYCLE | RT_STAT)
{
	int64_t spawned;

	spawn_n(SPAWNERS, spawner);
	until(ended == SPAWNERS * (EACH + 1));
	until(go_num_goroutine() == 1);
	spawned = rt_stat("spawned");
	EXPECT_EQ(spawned, 1 + SPAWNERS * (EACH + 1));
	EXPECT_EQ(rt_stat("recycled"), spawned - rt_stat("descriptors"));
	EXPECT_GE(rt_stat("recycled"), SPAWNERS * EACH / 2);
}
