#include "queue.h"

/* 258 Gs: 129 overflow into the global queue.  Of n in there, a P of two takes
 * n / 2 + 1: the first of 65 finds the other 64 in the ring of its P. */
enum { N = 258, OVERFLOWED = 129, SHARE = OVERFLOWED / 2 + 1 };

static int64_t in_ring, in_global;

static void look_then_note(void *i)
{
	if (thefts == 0) {
		in_ring = rt_stat("runq");
		in_global = rt_stat("globrunq");
	}
	stolen_note(i);
}

CHECK("a P takes a share of the global queue and leaves the rest to the others",
	.clause = "steal.share-of-global",
	.source = "Go 1.19 proc.go: globrunqget",
	.needs = RT_STEAL | RT_RING | RT_STAT | RT_RUNNEXT, .procs = 2)
{
	victim = rt_proc();
	rt_spawn(blocker, NULL);
	spin_until(held);
	spawn_n(N, look_then_note);
	EXPECT_EQ(rt_stat("globrunq"), OVERFLOWED);
	filled = 1;
	spin_until(thefts == N);
	EXPECT_EQ(stolen[0], 1);
	EXPECT_EQ(in_ring, SHARE - 1);
	EXPECT_EQ(in_global, OVERFLOWED - SHARE);
	witness("Gs run by the other P", elsewhere, N);
}
