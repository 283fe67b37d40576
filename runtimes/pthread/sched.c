/*
 * sched.c - the run queue, and who holds which P.
 *
 * One lock guards every queue and all that is idle.  At each of its releases:
 *
 *      if a P is idle, no G is runnable.
 *
 * For who makes a G runnable gives it an idle P, if there is one; and a P
 * becomes idle only when no queue has a G, the runnexts of the other Ps
 * included.
 *
 * Why no P is held by two Gs.  A P changes hands under the lock only, from the
 * G that stops (pt_pass, pt_exchange) or from the idle set (pt_runnable) to one
 * G that is on no queue any more; that G's `p` is written there, before its
 * `go` is set (release), and it runs only when it has seen `go` (acquire).  A G
 * that parks may be readied, and handed another P, before its own thread has
 * passed on the one it holds: `p` of its G is then no longer the P to pass on.
 * So that thread keeps the index in a local variable from before the commit,
 * passes on that one, and runs no code of the program until it has seen `go`.
 */
#include "pt.h"

struct sched pt_sched;

static void runqput(struct ptg *g)
{
	struct sched *s = &pt_sched;

	g->link = NULL;
	if (s->runqhead)
		s->runqtail->link = g;
	else
		s->runqhead = g;
	s->runqtail = g;
}

static struct ptg *runnextget(int p)
{
	struct ptg *g = pt_sched.runnext[p];

	pt_sched.runnext[p] = NULL;
	return g;
}

/* sched.lock is held; NULL when P p has none and the queue has none */
static struct ptg *pick(int p)
{
	struct sched *s = &pt_sched;

	if (s->over)
		return NULL;
	if (s->runnext[p])
		return runnextget(p);
	struct ptg *g = s->runqhead;

	if (g)
		s->runqhead = g->link;
	return g;
}

/* No G runs, none is queued, and nobody outside may ready one. */
static bool dead(void)
{
	struct sched *s = &pt_sched;

	return __builtin_popcountll(s->idle) == s->nproc && s->hold <= 0 &&
	       !s->over;
}

/* Into the runnext of self's P; without self, to the tail of the queue; to an
 * idle P, if there is one. */
void pt_runnable(struct ptg *self, struct ptg *g)
{
	struct sched *s = &pt_sched;
	struct ptg *kicked = g;

	rt_lock(&s->lock);
	if (s->idle) {
		g->p = __builtin_ctzll(s->idle);
		s->idle &= s->idle - 1;
		rt_unlock(&s->lock);
		RT_POINT(runnable);
		pt_go(g);
		return;
	}
	if (self) {
		kicked = s->runnext[self->p];
		s->runnext[self->p] = g;
	}
	if (kicked)
		runqput(kicked);
	rt_unlock(&s->lock);
}

/* Hand P p, which the caller holds no more, to the next G. */
void pt_pass(int p)
{
	struct sched *s = &pt_sched;

	rt_lock(&s->lock);
	struct ptg *next = pick(p);

	for (int i = 0; i < s->nproc && !next && !s->over; i++)
		next = runnextget(i);
	if (next)
		next->p = p;
	else
		s->idle |= 1ull << p;
	bool end = dead();

	rt_unlock(&s->lock);
	if (next)
		pt_go(next);
	if (!end)
		return;
	pt_self = NULL; /* none runs: the report is about them all */
	go_deadlock();
}

/* Yield: self to the tail, its P to the G returned; NULL when there is none,
 * and then nothing has changed. */
struct ptg *pt_exchange(struct ptg *self)
{
	rt_lock(&pt_sched.lock);
	struct ptg *next = pick(self->p);

	if (next) {
		next->p = self->p;
		runqput(self);
	}
	rt_unlock(&pt_sched.lock);
	return next;
}

void rt_hold(int delta)
{
	rt_lock(&pt_sched.lock);
	pt_sched.hold += delta;
	bool end = dead();

	rt_unlock(&pt_sched.lock);
	if (end)
		go_deadlock();
}
