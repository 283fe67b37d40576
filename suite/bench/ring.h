/*
 * ring.h - Gs that pass one P round by yielding.
 *
 * What is counted is switches from one G to another, by the one that comes next:
 * a yield that runs nobody else counts nothing.  (Go's order has such yields: the
 * 61st tick looks at the global queue first, where the caller may be alone.)
 * That every G had its part is proven by the one that had the least.
 */
#ifndef RING_H
#define RING_H

#include "suite.h"

struct ring {
	struct lap *lap;
	uint64_t switches;
	void *last; /* who was the last to run: an address on its stack */
	uint64_t least; /* turns of the G that had the fewest */
	struct go_wg wg;
};

/* RING_MEMBER - the body of a G; a macro, so that each has its own call site */
#define RING_MEMBER(ring)                                                      \
	do {                                                                   \
		struct ring *r_ = (ring);                                      \
		uint64_t turns_ = 0;                                           \
                                                                               \
		rt_yield(); /* its stack is warm before the lap starts */      \
		for (; r_->switches < r_->lap->n; turns_++) {                  \
			r_->switches += r_->last != &turns_;                   \
			r_->last = &turns_;                                    \
			rt_yield();                                            \
		}                                                              \
		ring_leave(r_, turns_);                                        \
	} while (0)

static inline void ring_leave(struct ring *r, uint64_t turns)
{
	if (r->least == UINT64_MAX)
		lap_stop(r->lap);
	if (turns < r->least)
		r->least = turns;
	go_wg_done(&r->wg);
}

static inline void ring_begin(struct ring *r, struct lap *lap, uint64_t gs)
{
	if (lap->n < 2 * gs)
		lap->n = 2 * gs;
	lap_round(lap, gs);
	*r = (struct ring){.lap = lap, .least = UINT64_MAX};
}

static inline void ring_spawn(struct ring *r, void (*fn)(void *))
{
	go_wg_add(&r->wg, 1);
	if (!rt_spawn(fn, r))
		go_fatal("no memory for a ring of Gs");
}

/* gs Gs are spawned, and share n */
static inline void ring_run(struct ring *r, uint64_t gs)
{
	rt_yield();
	lap_start(r->lap);
	go_wg_wait(&r->wg);
	lap_did(r->lap, r->least >= r->lap->n / gs / 2 ? r->switches : 0);
}

#endif
