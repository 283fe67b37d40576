/*
 * ring.h - Gs that pass one P round by yielding.
 *
 * The lap ends when one of them has had its share of the n turns.  Each counts
 * its own, in a register: the loop is to be the yield and nothing else.  The
 * others may have had a few less by then (the 61st tick looks at the global
 * queue first, and there a G that has just yielded may overtake those in the
 * ring), so lap->n becomes the sum.  That all had their part is proven by the
 * one that had the fewest.
 */
#ifndef RING_H
#define RING_H

#include "suite.h"

struct ring {
	struct lap *lap;
	uint64_t share, turns, least; /* of each, of all, of the last */
	bool over;
	struct go_wg wg;
};

/* RING_MEMBER - the body of a G; a macro, so that each has its own call site */
#define RING_MEMBER(ring)                                                 \
	do {                                                              \
		struct ring *r_ = (ring);                                 \
		uint64_t mine_, share_ = r_->share;                       \
                                                                          \
		rt_yield(); /* its stack is warm before the lap starts */ \
		for (mine_ = 0; mine_ < share_ && !r_->over; mine_++)     \
			rt_yield();                                       \
		ring_leave(r_, mine_);                                    \
	} while (0)

static inline void ring_leave(struct ring *r, uint64_t mine)
{
	if (!r->over)
		lap_stop(r->lap);
	r->over = true;
	r->turns += mine;
	if (mine < r->least)
		r->least = mine;
	go_wg_done(&r->wg);
}

static inline void ring_spawn(struct ring *r, void (*fn)(void *))
{
	go_wg_add(&r->wg, 1);
	if (!rt_spawn(fn, r))
		go_fatal("no memory for a ring of Gs");
}

/* ring_begin - at least 16 turns for each of gs Gs, which are spawned next */
static inline void ring_begin(struct ring *r, struct lap *lap, uint64_t gs)
{
	lap_round(lap, 16 * gs);
	*r = (struct ring){.lap = lap, .share = lap->n / gs, .least = lap->n};
}

static inline void ring_run(struct ring *r)
{
	rt_yield();
	lap_start(r->lap);
	go_wg_wait(&r->wg);
	r->lap->n = r->turns;
	lap_did(r->lap, r->least >= r->share / 2 ? r->turns : 0);
}

#endif
