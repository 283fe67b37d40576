#include "suite.h"

enum { PAIRS = 4, ROUNDS = 500 };

static struct pair {
	_Atomic(G *) waits;
	atomic_int woken;
} pair[PAIRS];
static atomic_int ended;

/* from here on the G may be readied, and run on another P at once */
static bool publish(G *self, void *slot)
{
	atomic_store((_Atomic(G *) *)slot, self);
	return true;
}

static void waiter(void *i)
{
	struct pair *p = &pair[(intptr_t)i - 1];

	for (int round = 0; round < ROUNDS; round++) {
		rt_park(publish, &p->waits, "check");
		p->woken++;
	}
	ended++;
}

static void waker(void *i)
{
	struct pair *p = &pair[(intptr_t)i - 1];
	G *g;

	for (int round = 0; round < ROUNDS; round++) {
		until((g = atomic_exchange(&p->waits, NULL)) != NULL);
		rt_ready(g);
	}
	ended++;
}

CHECK("commit runs when the G already waits, so no wake-up is lost or doubled",
	.clause = "block.unlockf-after-waiting",
	.source = "Go 1.19 proc.go: gopark, park_m")
{
	spawn_n(PAIRS, waiter);
	spawn_n(PAIRS, waker);
	until(ended == 2 * PAIRS);
	for (int i = 0; i < PAIRS; i++)
		EXPECT_EQ(pair[i].woken, ROUNDS);
}
