/* yield.c - rt_yield: the running G to the tail of the global queue; rt_yield_local:
 * to that of its P's ring. */
#include "run.h"

/* on g0: self is in a queue already, or in hand */
static void resume0(G *self)
{
	gort_schedule();
}

/* with one P: self is queued already; next was picked, or p's own is empty, or the
 * 61st tick has come */
static never_inline void yield_single_slow(P *p, G *self, G *next)
{
	if (!next && likely(p->schedtick != p->due)) {
		next = gort_globget(p, RUNQ / 2); /* p's own is empty */
		p->schedtick++;
	}
	if (!next)
		next = gort_runqpick(p);
	if (unlikely(!may_go_direct()))
		go_to_g0(p, self, next, resume0);
	else if (next != self)
		switch_to(p, self, next, &p->nolock, 0);
}

static always_inline void yield_single(P *p, G *self)
{
	G *next;

	queue_put(&gort_sched.globq, self);
	next = pick_quick(p, false);
	if (likely(next != NULL) && may_go_direct() && is_at_hand(p, next))
		switch_to(p, self, next, &p->nolock, 0);
	else
		yield_single_slow(p, self, next);
}

/* on g0, with more Ps: self goes to the tail of the queue */
static void yield0(G *self)
{
	struct rt_mutex *lock = &gort_sched.globlock;

	GORT_POINT(yield);
	gort_lock(lock);
	gort_globflush(getp());
	queue_put(&gort_sched.globq, self);
	gort_unlock(lock);
	gort_schedule();
}

/* self stands on its stack until it is saved: so the switch moves the tail of
 * its ring over it, and nobody sees it there before */
static always_inline void yield_to(P *p, G *self, G *next)
{
	uint32_t *end = &p->ends[YIELDED].tail, tail = *end;

	store_relaxed(slot(p, YIELDED, tail), self);
	switch_to(p, self, next, end, tail + 1);
}

static never_inline void yield_multi_slow(P *p, G *self, G *next)
{
	if (ring_len(p, YIELDED) == RUNQ) {
		gort_lock(&gort_sched.globlock);
		gort_globflush(p);
		gort_unlock(&gort_sched.globlock);
	}
	if (!next)
		next = gort_runqpick(p);
	if (!next)
		next = gort_yielder_steals(p);
	if (unlikely(!may_go_direct()))
		go_to_g0(p, self, next, yield0);
	else if (next)
		yield_to(p, self, next);
}

static always_inline void yield_multi(P *p, G *self)
{
	G *next = NULL;

	if (likely(ring_len(p, YIELDED) != RUNQ))
		next = pick_quick(p, true);
	if (likely(next != NULL) && may_go_direct() && is_at_hand(p, next))
		yield_to(p, self, next);
	else
		yield_multi_slow(p, self, next);
}

void rt_yield(void)
{
	P *p = getp();

	if (gort_sched.multi)
		yield_multi(p, p->g);
	else
		yield_single(p, p->g);
}

/* on g0: self is saved, so others may take it from here on */
static void yield_local0(G *self)
{
	runqput(getp(), self);
	gort_schedule();
}

void rt_yield_local(void)
{
	P *p = getp();

	go_to_g0(p, p->g, NULL, yield_local0);
}
