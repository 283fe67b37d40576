#include "spin.h"

/* 9 Gs in the global queue, two Ps: len / P + 1 of them are 5, and the first of
 * those finds the other four in the ring of its P */
enum { N = 9 };

static atomic_int held, queued, ran, go_on;
static int64_t in_ring, in_global;
static int home;
static atomic_int elsewhere;

static void blocker(void *unused)
{
	held = 1;
	spin_until(go_on);
}

static void worker(void *unused)
{
	queued++;
	rt_yield();
	if (ran == 0) {
		in_ring = rt_stat("runq");
		in_global = rt_stat("globrunq");
	}
	elsewhere += rt_proc() != home;
	ran++;
}

CHECK("a P takes a share of the global queue and leaves the rest to the others",
	.clause = "steal.share-of-global",
	.source = "Go 1.19 proc.go: globrunqget",
	.needs = RT_STEAL | RT_RING | RT_STAT | RT_YIELD_LOCAL, .procs = 2)
{
	home = rt_proc();
	rt_spawn(blocker, NULL);
	spin_until(held);
	align_tick(2);
	spawn_n(N, worker);
	rt_yield_local(); /* behind them all: each has yielded when we are back */
	EXPECT_EQ(queued, N);
	EXPECT_EQ(rt_stat("globrunq"), N);
	go_on = 1; /* and this P is busy from here on */
	spin_until(ran == N);
	EXPECT_EQ(in_ring, 4);
	EXPECT_EQ(in_global, 4);
	witness("Gs run by the other P", elsewhere, N);
}
