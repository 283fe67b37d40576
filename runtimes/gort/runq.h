/*
 * runq.h - the run queues' fast paths: runnext, the ring, the global queue.
 *
 * The ring: the owner writes a slot, then runqtail with release; a thief reads
 * runqtail with acquire, copies slots, then moves runqhead by a CAS, which fails
 * if anybody else took one of them meanwhile.  The owner takes by the same CAS.
 * With one P there are no thieves, and plain loads and stores do.
 */
#ifndef GORT_RUNQ_H
#define GORT_RUNQ_H

#include "gort.h"

/* put g at the tail of p's ring; half of a full ring goes to the global queue */
static inline void runqput(P *p, G *g)
{
	uint32_t head = load_acquire(&p->runqhead), tail = p->runqtail;

	while (unlikely(tail - head >= RUNQ)) {
		if (gort_runqput_slow(p, g, head))
			return;
		head = load_acquire(&p->runqhead);
	}
	store_relaxed(&p->runq[tail % RUNQ], g);
	store_release(&p->runqtail, tail + 1);
}

/* put g into runnext; who was there goes to the tail of the ring.  With more Ps
 * both are seen before anything that follows is read: see wakep */
static inline void runqput_next(P *p, G *g)
{
	G *old = p->runnext;

	if (gort_sched.multi)
		old = swap_full(&p->runnext, g);
	else
		p->runnext = g;
	if (!old)
		return;
	runqput(p, old);
	if (gort_sched.multi)
		full_barrier();
}

static inline G *runnextget(P *p)
{
	G *g = load_relaxed(&p->runnext);

	if (!g)
		return NULL;
	if (gort_sched.multi)
		return swap_full(&p->runnext, NULL);
	p->runnext = NULL;
	return g;
}

/* the head of p's own ring */
static inline G *runqget(P *p)
{
	uint32_t head = load_acquire(&p->runqhead);
	G *g;

	for (;;) {
		if (head == p->runqtail)
			return NULL;
		g = load_relaxed(&p->runq[head % RUNQ]);
		if (!gort_sched.multi) {
			p->runqhead = head + 1;
			return g;
		}
		if (likely(cas_full(&p->runqhead, &head, head + 1)))
			return g;
	}
}

static inline bool runqempty(P *p)
{
	return load_acquire(&p->runqhead) == load_acquire(&p->runqtail) &&
	       !load_acquire(&p->runnext);
}

static inline uint32_t globlen(void)
{
	return load_relaxed(&gort_sched.globtail) -
	       load_relaxed(&gort_sched.globhead);
}

/* globlock is held */
static inline void globput(G *g)
{
	struct sched *s = &gort_sched;
	uint32_t tail = s->globtail;

	if (unlikely(tail - s->globhead == s->globsize)) {
		gort_globgrow();
		tail = s->globtail;
	}
	s->globq[tail & (s->globsize - 1)] = g;
	store_relaxed(&s->globtail, tail + 1);
}

/*
 * globget - one G to run, and, unless max forbids, a share of the rest to p's
 * ring, which is empty then.  globlock is held.
 *
 *   yielding  the last one in is still on its stack: with more Ps it may be
 *             returned, alone, but not go where thieves find it
 *   source    Go 1.19 proc.go: globrunqget
 */
static inline G *globget(P *p, uint32_t max, bool yielding)
{
	struct sched *s = &gort_sched;
	uint32_t head = s->globhead, mask = s->globsize - 1;
	uint32_t len = s->globtail - head, n = len / s->nproc + 1;

	if (!len)
		return NULL;
	n = n > len ? len : n;
	if (yielding && s->multi && n == len && n > 1)
		n--;
	n = n > RUNQ / 2 ? RUNQ / 2 : n;
	n = n > max ? max : n;

	G *g = s->globq[head++ & mask];
	uint32_t tail = p->runqtail;

	for (uint32_t i = 1; i < n; i++)
		store_relaxed(&p->runq[tail++ % RUNQ], s->globq[head++ & mask]);
	store_release(&p->runqtail, tail);
	store_relaxed(&s->globhead, head);
	return g;
}

/* as globget, for who does not hold globlock */
static inline G *globtake(P *p, uint32_t max)
{
	G *g;

	gort_plock(&gort_sched.globlock);
	g = globget(p, max, false);
	gort_punlock(&gort_sched.globlock);
	return g;
}

/*
 * runqpick - the next G for p by Go's rules, without looking at other Ps.
 *
 * Every 61st slice one of the global queue, else runnext (which inherits the
 * slice: no tick), else the ring, else a share of the global queue.
 *
 *   locked   by rt_yield: the caller is in the global queue and holds globlock
 */
static inline __attribute__((always_inline)) G *runqpick(P *p, bool locked)
{
	G *g;

	if (unlikely(load_relaxed(&gort_sched.ninject)) && !locked)
		gort_globput_injected();
	if (unlikely(p->schedtick % 61 == 0) && globlen()) {
		g = locked ? globget(p, 1, true) : globtake(p, 1);
		if (g) {
			p->schedtick++;
			return g;
		}
	}
	g = runnextget(p);
	if (g)
		return g;
	g = runqget(p);
	if (!g && globlen())
		g = locked ? globget(p, RUNQ, true) : globtake(p, RUNQ);
	if (g)
		p->schedtick++;
	return g;
}

#endif
