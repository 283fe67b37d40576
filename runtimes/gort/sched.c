/*
 * sched.c - yield, park, ready: how an M gets from one G to the next.
 */
#include "locked.h"
#include "run.h"

struct sched gort_sched;

/* the M found work: if it was the last that looked, another has to look */
static void stop_spinning(M *m)
{
	if (!m->spinning)
		return;
	m->spinning = false;
	if (add_full(&gort_sched.nmspinning, -1) == 0)
		wakep();
}

/* as runqpick, with what other threads have brought */
G *gort_pick(P *p)
{
	if (unlikely(load_relaxed(&gort_sched.ninject)))
		gort_globput_injected();
	return gort_runqpick(p);
}

/* m->p's next G; the M may have parked meanwhile, and have another P */
static G *findrunnable(M *m)
{
	G *g = m->p->handoff;

	m->p->handoff = NULL;
	while (!g) {
		g = gort_pick(m->p);
		if (!g)
			g = gort_spin(m);
		if (!g)
			gort_stopm(m);
	}
	stop_spinning(m);
	return g;
}

/*
 * gort_schedule - run the next G; on g0, with a P or without one.
 *
 * source: Go 1.19 proc.go: schedule, findRunnable
 */
void gort_schedule(void)
{
	M *m = getm();

	if (unlikely(m->lockedg))
		gort_stoplockedm(m);
	if (!m->p)
		gort_mpark(m);
	for (;;) {
		m->p->g = NULL;
		G *g = findrunnable(m);

		if (likely(!load_relaxed(&gort_sched.nlocked)) ||
			!gort_startlockedm(m, g))
			execute(m->p, g);
	}
}

uint64_t gort_submit_slow(P *p, G *kicked, uint64_t id)
{
	if (kicked)
		runqput(p, kicked);
	full_barrier();
	wakep();
	return id;
}

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

/* there is room in the queue */
static always_inline void yield_single_quick(P *p, G *self)
{
	G *next;

	queue_put_quick(&gort_sched.globq, self);
	next = pick_quick(p, false);
	if (likely(next != NULL) && may_go_direct() && is_at_hand(p, next))
		switch_to(p, self, next, &p->nolock, 0);
	else
		yield_single_slow(p, self, next);
}

static never_inline void yield_single_grow(P *p, G *self)
{
	gort_queue_grow(&gort_sched.globq);
	yield_single_quick(p, self);
}

static always_inline void yield_single(P *p, G *self)
{
	if (queue_full(&gort_sched.globq))
		yield_single_grow(p, self);
	else
		yield_single_quick(p, self);
}

/* on g0, with more Ps: self goes to the tail of the queue */
static void yield0(G *self)
{
	struct rt_mutex *lock = &gort_sched.globlock;

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

/* A G that yields with nobody beside it keeps its M from stealing.  What waits
 * behind a G that never stops would wait for ever, so look there now and then. */
static G *look_around(P *p)
{
	tick(p);
	return p->schedtick % 16 ? NULL : gort_runqsteal(p);
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
		next = look_around(p);
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

/* on g0: the G is saved and counts as waiting; commit, or run it again */
static void park0(G *g)
{
	P *p = getp();
	bool (*commit)(G *, void *) = p->commit;
	void *arg = p->commitarg;

	store_release(&g->why, p->why);
	if (commit && !commit(g, arg)) {
		g->why = NULL;
		execute(p, g);
	}
	gort_schedule();
}

/* what a switch can do in place of commit: NULL if it needs g0.  Without one,
 * who readies need not hold a lock, and must not come before self is saved */
static always_inline uint32_t *word_of(
	P *p, bool (*commit)(G *, void *), void *arg)
{
	if (likely(commit == rt_park_unlock))
		return &((struct rt_mutex *)arg)->word;
	return commit || gort_sched.shared ? NULL : &p->nolock;
}

static always_inline void park_to(
	P *p, G *self, G *next, uint32_t *word, const char *why)
{
	self->why = why;
	switch_to(p, self, next, word, 0);
}

/* next is NULL, or was picked already */
static never_inline void park_slow(
	bool (*commit)(G *, void *), void *arg, const char *why, P *p, G *next)
{
	uint32_t *word = word_of(p, commit, arg);
	G *self = p->g;

	if (word && !next)
		next = gort_runqpick(p);
	if (next && may_go_direct()) {
		park_to(p, self, next, word, why);
		return;
	}
	p->commit = commit;
	p->commitarg = arg;
	p->why = why;
	go_to_g0(p, self, next, park0);
}

void rt_park(bool (*commit)(G *self, void *arg), void *arg, const char *why)
{
	P *p = getp();
	uint32_t *word = word_of(p, commit, arg);
	G *next = NULL;

	if (likely(word != NULL))
		next = gort_sched.multi ? pick_quick(p, true)
		                        : pick_quick(p, false);
	if (likely(next != NULL) && may_go_direct() && is_at_hand(p, next))
		park_to(p, p->g, next, word, why);
	else
		park_slow(commit, arg, why, p, next);
}

/* from a thread that holds no P: the caller is under rt_hold */
static never_inline void inject(G *g)
{
	struct sched *s = &gort_sched;

	gort_lock(&s->lock);
	queue_put(&s->injected, g);
	add_full(&s->ninject, 1);
	gort_unlock(&s->lock);
	wakep();
}

void rt_ready(G *g)
{
	P *p = getp();

	if (unlikely(!g->why))
		go_fatal("bad g->status in ready");
	g->why = NULL;
	GORT_POINT(ready);
	if (likely(p != NULL))
		submit(p, g, 0);
	else
		inject(g);
}
