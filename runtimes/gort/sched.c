/*
 * sched.c - yield, park, ready: how an M gets from one G to the next.
 *
 * The design is Go's: a P owns a ring of 256 and runnext; a global queue takes
 * what overflows and what yields; an M that has a P and nothing to run steals
 * half of somebody's ring; an M that finds nothing gives its P back and parks.
 *
 * What is done otherwise, and why:
 *
 * - A G that yields or parks goes straight to the next one (gort_switch), when a
 *   quick look at its own P finds one.  Go goes through g0 each time; that is a
 *   second switch.  What has to happen after the old G is saved is one store, the
 *   lock's, and the switch does it.  When the quick look finds nothing, g0 looks:
 *   looking long, with the lock of a wait list held, would keep its waker out.
 * - A G has no stack until it runs, and a G that follows an exit takes over the
 *   stack just finished.  So a thousand short Gs use one hot stack, and a G that
 *   is not yet started is its descriptor only.
 * - There is no status word to keep: a G on gfree has id 0, one that waits has a
 *   reason (why), one that runs is some P's g, and what is left is runnable.
 *
 * Rejected: one locked queue for all (every spawn of every P meets at it: that is
 * runtimes/ucontext); a queue linked through the Gs (the next one is known only
 * when the line of this one has arrived: cache misses in a row, where an array
 * lets them overlap).
 *
 * Submit and idle (who may sleep, who must be woken) is the protocol of idle.c.
 */
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

/* Spin: look at the others for about as long as a wake-up would cost, with
 * growing pauses, for every look costs the one looked at. */
static G *spin(M *m)
{
	struct sched *s = &gort_sched;
	uint32_t busy = s->nproc - load_relaxed(&s->npidle);

	if (!s->multi)
		return NULL;
	if (!m->spinning && 2 * load_relaxed(&s->nmspinning) >= busy)
		return NULL;
	if (!m->spinning) {
		m->spinning = true;
		add_full(&s->nmspinning, 1);
	}
	for (uint32_t i = 0; i < s->patience; i++) {
		G *g = gort_runqsteal(m->p);

		if (!g && (globlen() || load_relaxed(&s->ninject)))
			g = runqpick(m->p, false);
		if (g)
			return g;
		for (uint32_t k = 0; k < (i < 3 ? i : 3); k++)
			cpu_pause();
	}
	return NULL;
}

/*
 * gort_schedule - run the next G; on g0.  source: Go 1.19 proc.go: schedule,
 * findRunnable
 */
void gort_schedule(void)
{
	P *p = getp();
	M *m = p->m;
	G *g;

	p->g = NULL;
	for (;;) {
		g = runqpick(m->p, false);
		if (g)
			break;
		g = spin(m);
		if (g) {
			m->p->schedtick++;
			break;
		}
		gort_stopm(m); /* has a P again when it returns */
	}
	stop_spinning(m);
	execute(m->p, g);
}

/* from the running G to next; *unlock is free when self may be taken */
static inline void switch_to(P *p, G *self, G *next, uint32_t *unlock)
{
	p->g = next;
	if (likely(next->sp != NULL)) {
		gort_switch(&self->sp, next->sp, unlock);
	} else {
		gort_stack_bind(p, next);
		gort_switch_enter(
			&self->sp, next->hi, unlock, next->fn, next->arg);
	}
}

/* self stands on its stack until sp is saved: so long globlock is held, and
 * nobody takes self out of the global queue */
static void yield_to(P *p, G *self, G *next)
{
	switch_to(p, self, next,
		gort_sched.multi ? &gort_sched.globlock.word : &p->nolock);
}

/* A G that yields with nobody beside it keeps its M from stealing.  What waits
 * behind a G that never stops would wait for ever, so look there now and then. */
static void yield_alone(P *p, G *self)
{
	G *next;

	if (!gort_sched.multi || p->schedtick % 16 || !runqempty(p))
		return;
	next = gort_runqsteal(p);
	if (!next)
		return;
	gort_lock(&gort_sched.globlock);
	globput(self);
	yield_to(p, self, next);
}

void rt_yield(void)
{
	P *p = getp();
	G *self = p->g, *next;

	if (unlikely(load_relaxed(&gort_sched.ninject)))
		gort_globput_injected();
	gort_plock(&gort_sched.globlock);
	globput(self);
	next = runqpick(p, true);
	if (next == self) {
		gort_punlock(&gort_sched.globlock);
		yield_alone(p, self);
		return;
	}
	yield_to(p, self, next);
}

/* on g0: the G in p->g is saved and counts as waiting; commit, or run it again */
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

void rt_park(bool (*commit)(G *self, void *arg), void *arg, const char *why)
{
	P *p = getp();
	G *self = p->g, *next = NULL;

	if (likely(commit == rt_park_unlock))
		next = runqpick(p, false);
	if (likely(next != NULL)) {
		struct rt_mutex *lock = arg;

		self->why = why;
		switch_to(p, self, next, &lock->word);
		return;
	}
	p->commit = commit;
	p->commitarg = arg;
	p->why = why;
	gort_mcall(&self->sp, p->g0sp, park0, self);
}

/* from a thread that runs no G: the caller is under rt_hold */
static void inject(G *g)
{
	struct sched *s = &gort_sched;

	g->link = NULL;
	gort_lock(&s->lock);
	*s->injecttail = g;
	s->injecttail = &g->link;
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
	if (unlikely(!p)) {
		inject(g);
		return;
	}
	runqput_next(p, g);
	wakep();
}
