/* park.c - rt_park and rt_ready: a G waits, and is made runnable again. */
#include "run.h"

/* To the tools an unlock is g's, who has told it before; what any other commit
 * does comes after what g has done. */
static inline bool commit0(P *p, G *g, bool (*commit)(G *, void *), void *arg)
{
	const bool unlock = commit == rt_park_unlock;
	bool ok;

	if (unlock)
		san_unseen_begin();
	else
		san_acquire(&p->m->san);
	ok = commit(g, arg);
	if (unlock)
		san_unseen_end();
	return ok;
}

/* on g0: the G is saved and counts as waiting; commit, or run it again */
static void park0(G *g)
{
	P *p = getp();
	bool (*commit)(G *, void *) = p->commit;
	void *arg = p->commitarg;

	store_release(&g->why, p->why);
	GORT_POINT(commit);
	if (commit && !commit0(p, g, commit, arg)) {
		g->why = NULL;
		san_release(g);
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
	if (commit == rt_park_unlock)
		san_release(arg);
	else
		san_release(&p->m->san);
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
	GORT_POINT(inject);
	wakep();
}

void rt_ready(G *g)
{
	P *p = getp();

	if (unlikely(!g->why))
		go_fatal("bad g->status in ready");
	g->why = NULL;
	san_release(g);
	GORT_POINT(ready);
	if (likely(p != NULL))
		submit(p, g, 0);
	else
		inject(g);
}
