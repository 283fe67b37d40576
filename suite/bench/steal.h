/*
 * steal.h - how long a runnable G waits for an idle P.
 *
 * The victim spawns a G and neither yields nor waits: it spins until the G has
 * run, which can only have been on the other P.  The first act of a G is to
 * read the clock.
 */
#ifndef STEAL_H
#define STEAL_H

#include <sched.h>

#include "suite.h"

/* what a G reports, on a line of cache of its own */
struct loot {
	int64_t began;
	bool elsewhere;
	atomic_bool ran;
} __attribute__((aligned(128)));

static inline void loot_run(void *arg)
{
	struct loot *l = arg;

	l->began = go_now();
	l->elsewhere = rt_proc() != 0;
	atomic_store_explicit(&l->ran, true, memory_order_release);
}

static inline void loot_spawn(struct loot *l)
{
	*l = (struct loot){0};
	if (!rt_spawn(loot_run, l))
		go_fatal("no memory for a G");
}

/* where both Ps share a CPU, the thief gets it now and then */
static inline void loot_await(struct loot *l)
{
	for (unsigned i = 1;
		!atomic_load_explicit(&l->ran, memory_order_acquire); i++)
		if (i % 16384 == 0)
			sched_yield();
}

/*
 * steal_event - ns from the spawn of a G to its first instruction.
 *
 *   queued   a second spawn kicks the G from runnext to the run queue at once;
 *            otherwise it stays in runnext
 *   returns  -1 when the thief did not run it
 */
static inline int64_t steal_event(bool queued)
{
	static struct loot l, next;
	int64_t from = go_now();

	loot_spawn(&l);
	if (queued) {
		loot_spawn(&next);
		loot_await(&next);
	}
	loot_await(&l);
	return l.elsewhere ? l.began - from : -1;
}

static inline void busy(int64_t ns)
{
	for (int64_t end = go_now() + ns; go_now() < end;)
		;
}

/*
 * steal_events - one batch: lap->n events, told when all are over, so that
 * telling does not come between them.
 *
 *   idle_ns  how long the thief has no work before each; up to 2 us are added,
 *            at random, so that events meet it at any point of its search
 */
static inline void steal_events(struct lap *lap, bool queued, int64_t idle_ns)
{
	int64_t *ns = malloc(lap->n * sizeof(*ns));
	uint64_t stolen = 0, random = 1;

	if (!ns)
		go_fatal("no memory for the events");
	steal_event(queued); /* the thief is awake */
	for (uint64_t i = 0; i < lap->n; i++) {
		random = random * 6364136223846793005u + 1442695040888963407u;
		busy(idle_ns + (int64_t)(random >> 53));
		ns[i] = steal_event(queued);
		stolen += ns[i] >= 0;
	}
	for (uint64_t i = 0; i < lap->n; i++)
		lap_event(lap, ns[i]);
	lap_did(lap, stolen);
	free(ns);
}

#endif
