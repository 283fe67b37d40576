/*
 * runq.h - the run queue of a P: runnext and the ring; and the pick.
 *
 * The ring: the owner writes a slot, then the tail with release; who takes reads
 * the tail with acquire, copies slots, then moves the head by a CAS, which fails
 * if anybody else took one of them meanwhile.  A slot is written again only when
 * the head has passed it, so what was copied is what was there.  So putting
 * needs no locked instruction.  Taking does, of the owner too: Go's rule is
 * first in first out, so owner and thief meet at the same end, and for two that
 * may both take one thing no order of plain stores suffices.
 *
 * runnext: the owner puts, everybody may take.  Only the owner makes it more
 * than NULL; so while the owner sees NULL, NULL it is.
 *
 * With one P nobody else takes (multi is false), and plain loads and stores do.
 */
#ifndef GORT_RUNQ_H
#define GORT_RUNQ_H

#include "globq.h"

void gort_runqput_slow(P *p, G *g);

static always_inline G **slot(P *p, enum ring ring, uint32_t i)
{
	return &p->slots[ring][i % RUNQ];
}

/* by the owner: at most so many are in it */
static always_inline uint32_t ring_len(P *p, enum ring ring)
{
	return p->ends[ring].tail - load_acquire(&p->ends[ring].head);
}

static inline bool ring_empty(P *p, enum ring ring)
{
	return load_acquire(&p->ends[ring].head) ==
	       load_acquire(&p->ends[ring].tail);
}

/* room for one more in p's ring */
static always_inline bool runq_room(P *p)
{
	return GORT_RING && likely(ring_len(p, OWN) != RUNQ);
}

/* there is room */
static always_inline void runqput_quick(P *p, G *g)
{
	uint32_t tail = p->ends[OWN].tail;

	store_relaxed(slot(p, OWN, tail), g);
	GORT_POINT(runqput);
	store_release(&p->ends[OWN].tail, tail + 1);
}

/* put g at the tail of p's ring; half of a full ring goes to the global queue */
static always_inline void runqput(P *p, G *g)
{
	if (runq_room(p))
		runqput_quick(p, g);
	else
		gort_runqput_slow(p, g);
}

/* put g into runnext; who was there, or g itself if nobody may be there, has to
 * go to the ring, and is returned */
static always_inline G *runnextput(P *p, G *g, const bool multi)
{
	G *old = p->runnext;

	if (!GORT_RUNNEXT)
		return g;
	GORT_POINT(runnextput);
	if (old && multi)
		return swap_full(&p->runnext, g);
	store_release(&p->runnext, g);
	return old;
}

static always_inline G *runnextget(P *p, const bool multi)
{
	G *g = load_relaxed(&p->runnext);

	if (!g)
		return NULL;
	GORT_POINT(runnextget);
	if (multi)
		return swap_full(&p->runnext, NULL);
	p->runnext = NULL;
	return g;
}

/*
 * Who is at the head now runs after the one just taken.  What it will touch first,
 * its stack or, if it has none yet, what it was given, is fetched meanwhile, and
 * the descriptor of the one after the next: so the misses of successive switches
 * overlap.  What was given need not be an address: a fetch does not fault, and
 * UBSan is not asked about the sum.
 */
static always_inline __attribute__((no_sanitize("pointer-overflow"))) void
look_ahead(P *p, enum ring ring, uint32_t head)
{
	uint32_t left = p->ends[ring].tail - head;
	const G *g = load_relaxed(slot(p, ring, head));
	const char *first;

	if (left == 0)
		return;
	first = load_relaxed(&g->sp);
	if (!first)
		first = g->arg;
	__builtin_prefetch(first);
	__builtin_prefetch(first + CACHE_LINE);
	if (left > 2)
		__builtin_prefetch(load_relaxed(slot(p, ring, head + 2)));
}

/* by the owner: the head of a ring */
static always_inline G *ring_get(P *p, enum ring ring, const bool multi)
{
	struct ends *e = &p->ends[ring];
	uint32_t head = load_acquire(&e->head);
	G *g;

	do {
		if (head == e->tail)
			return NULL;
		g = load_relaxed(slot(p, ring, head));
		if (!multi) {
			e->head = head + 1;
			break;
		}
		GORT_POINT(ring_get);
	} while (unlikely(!cas_full(&e->head, &head, head + 1)));
	look_ahead(p, ring, head + 1);
	return g;
}

/* nothing that p alone would run, or others would steal */
static inline bool runqempty(P *p)
{
	return ring_empty(p, OWN) && ring_empty(p, YIELDED) &&
	       !load_acquire(&p->runnext);
}

/* one more slice begins */
static inline void tick(P *p)
{
	if (p->schedtick++ == p->due)
		p->due += TICKS;
}

/*
 * pick_quick - what runqpick finds in p's own queue; NULL when that takes more
 * than a few instructions: the global queue's turn has come, or it is empty.
 *
 *   multi   gort_sched.multi, as a constant: each has code of its own
 */
static always_inline G *pick_quick(P *p, const bool multi)
{
	G *g;

	if (unlikely(p->schedtick == p->due))
		return NULL;
	g = runnextget(p, multi);
	if (g)
		return g;
	g = ring_get(p, OWN, multi);
	if (g)
		p->schedtick++;
	return g;
}

G *gort_runqpick(P *p);

#endif
