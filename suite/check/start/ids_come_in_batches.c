#include "../steal/spin.h"

enum { N = 64, BATCH = 16 };

static atomic_bool taken, over, ended;

static void child(void *unused)
{
}

/* on the other P, which takes a batch for this one spawn */
static void other(void *unused)
{
	rt_spawn(child, NULL);
	taken = true;
	spin_until(over);
	ended = true;
}

CHECK("a P takes 16 ids at a time: its ids rise by one, but for the batches of "
      "others",
	.clause = "start.id-batch-16",
	.source = "Go 1.19 proc.go: newproc1, _GoidCacheBatch",
	.needs = RT_RING | RT_STEAL, .procs = 2)
{
	uint64_t last = rt_spawn(other, NULL), id;
	int jumps = 0;

	spin_until(taken);
	for (int i = 0; i < N; i++, last = id) {
		id = rt_spawn(child, NULL);
		if (id == last + 1)
			continue;
		EXPECT_EQ(last % BATCH, 0);
		EXPECT_EQ(id - last - 1, BATCH);
		jumps++;
	}
	EXPECT_EQ(jumps, 1);
	over = true;
	spin_until(ended);
}
