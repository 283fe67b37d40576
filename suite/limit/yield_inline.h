/*
 * yield_inline.h - the least that is a yield: a queue in an array, put at its
 * tail, taken at its head, and the switch, all inlined at each site.  One thread,
 * no lock, no 61st tick, no goexit, no G but its saved sp.
 */
#ifndef LIMIT_YIELD_INLINE_H
#define LIMIT_YIELD_INLINE_H

#include "inline.h"

enum { SLOTS = 4096, STACK = 8192 };

static void **queue[SLOTS], *at[SLOTS], *outside;
static void **self; /* where the running one will be saved */
static uint32_t head, tail;
static uint64_t share, did;
static struct lap *lap_;

#define YIELD_INLINE()                         \
	do {                                   \
		void **last_ = self;           \
		queue[tail++ % SLOTS] = last_; \
		self = queue[head++ % SLOTS];  \
		SWITCH(*last_, *self);         \
	} while (0)

/* the first that has had its share ends the lap, the others are left where they
 * are: each has had as many turns, or one less */
static void yielder(void)
{
	for (uint64_t mine = 0; mine < share; mine++) {
		did++;
		YIELD_INLINE();
	}
	lap_stop(lap_);
	SWITCH(*self, outside);
	__builtin_unreachable();
}

static inline void yield_lap(struct lap *lap, uint32_t n)
{
	static char *stacks;

	if (!stacks)
		stacks = aligned_alloc(4096, (size_t)SLOTS * STACK);
	if (!stacks)
		abort();
	lap_round(lap, 16 * n);
	lap_ = lap;
	share = lap->n / n;
	did = head = tail = 0;
	/* coloured as those of gort */
	for (uint32_t i = 0; i < n; i++) {
		at[i] = forge(stacks + (i + 1) * STACK - i % 16 * 192, yielder);
		queue[tail++ % SLOTS] = &at[i];
	}
	self = queue[head++ % SLOTS];
	lap_start(lap);
	SWITCH(outside, *self);
	lap->n = did;
	lap_did(lap, did >= n * (share - 1) ? did : 0);
}

#endif
