#include "spin.h"

enum { SPAWNERS = 4, EACH = 500 };

static atomic_int ran[SPAWNERS * EACH], ended, moved;

/* the low half of arg is the G's number, the high half its spawner's P */
static void worker(void *arg)
{
	intptr_t bits = (intptr_t)arg;

	ran[bits & 0xffff]++;
	moved += rt_proc() != bits >> 16;
	ended++;
}

static void spawner(void *i)
{
	intptr_t first = ((intptr_t)i - 1) * EACH;

	for (intptr_t n = first; n < first + EACH; n++) {
		intptr_t proc = rt_proc();

		rt_spawn(worker, (void *)(proc << 16 | n));
	}
}

CHECK("every G runs exactly once, whoever steals it from whom",
	.clause = "steal.exactly-once", .source = "Go 1.19 proc.go: runqgrab",
	.needs = RT_STEAL, .min_procs = 2)
{
	spawn_n(SPAWNERS - 1, spawner);
	spawner((void *)SPAWNERS); /* on this G, whose P then never stops */
	spin_until(ended == SPAWNERS * EACH);
	for (int i = 0; i < SPAWNERS * EACH; i++)
		EXPECT_EQ(ran[i], 1);
	witness("Gs that ran on another P", moved, EACH);
}
