#include "suite.h"

enum { N = 5000, ROUND = 100, MAX = 100 * N };

static atomic_char seen[MAX];
static atomic_int ended, twice, wrong;

static void child(void *unused)
{
	uint64_t id = rt_self()->id;

	if (id == 0 || id >= MAX)
		wrong++;
	else if (atomic_exchange(&seen[id], 1))
		twice++;
	ended++;
}

CHECK("no two Gs of a process have the same id, though descriptors are used "
      "again",
	.clause = "start.ids-unique",
	.source = "Go 1.19 proc.go: newproc1, goidgen")
{
	seen[rt_self()->id] = 1;
	for (int i = 0; i < N; i++) {
		rt_spawn(child, NULL);
		if (i % ROUND == ROUND - 1)
			until(ended == i + 1);
	}
	EXPECT_EQ(wrong, 0);
	EXPECT_EQ(twice, 0);
	EXPECT_EQ(ended, N);
}
