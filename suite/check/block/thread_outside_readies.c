#include <pthread.h>
#include <sched.h>

#include "suite.h"

enum { ROUNDS = 200 };

static _Atomic(G *) waits;

static bool publish(G *self, void *unused)
{
	waits = self;
	return true;
}

static void *outside(void *unused)
{
	G *g;

	for (int i = 0; i < ROUNDS; i++) {
		while (!(g = atomic_exchange(&waits, NULL)))
			sched_yield();
		rt_ready(g);
	}
	return NULL;
}

CHECK("a thread without a P readies a G, and every P may have been idle till "
      "then",
	.clause = "block.ready-from-outside",
	.source = "Go 1.19 proc.go: injectglist, wakep")
{
	pthread_t thread;
	int woken = 0;

	rt_hold(1);
	if (pthread_create(&thread, NULL, outside, NULL) != 0)
		abort();
	for (int i = 0; i < ROUNDS; i++) {
		rt_park(publish, NULL, "check");
		woken++;
	}
	pthread_join(thread, NULL);
	rt_hold(-1);
	EXPECT_EQ(woken, ROUNDS);
}
