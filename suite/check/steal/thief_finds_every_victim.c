#include "spin.h"

/* All Ps but one are held by Gs that spin.  Each of those in turn has work in its
 * own queue, which only the one that is left can take. */
static atomic_int held, turn, ran, over, moved;
static atomic_int from[RT_PROCS_MAX];

static void worker(void *p)
{
	moved += rt_proc() != (int)(intptr_t)p;
	ran++;
}

static void spawn_here(void)
{
	intptr_t p = rt_proc();

	from[p]++;
	rt_spawn(worker, (void *)p);
}

static void holder(void *i)
{
	held++;
	spin_until(turn == (intptr_t)i || over);
	if (!over)
		spawn_here();
	spin_until(over);
}

CHECK("a P without work finds what there is, whoever has it",
	.clause = "steal.random-victim-order",
	.source = "Go 1.19 proc.go: stealWork, randomOrder", .needs = RT_STEAL,
	.min_procs = 2)
{
	int n = suite_procs() - 2, victims = 0;

	for (intptr_t i = 1; i <= n; i++) {
		rt_spawn(holder, (void *)i);
		spin_until(held == i);
	}
	spawn_here();
	spin_until(ran == 1);
	for (int i = 1; i <= n; i++) {
		turn = i;
		spin_until(ran == i + 1);
	}
	over = 1;
	for (int i = 0; i < suite_procs(); i++)
		victims += from[i];
	EXPECT_EQ(victims, n + 1);
	EXPECT_EQ(moved, n + 1);
	for (int i = 0; i < suite_procs(); i++)
		EXPECT_LE(from[i], 1);
}
