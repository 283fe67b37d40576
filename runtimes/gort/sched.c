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

/* what was picked on the way to g0, by this M or one that has handed its P on */
static G *handoff_take(P *p)
{
	G *g = p->handoff;

	p->handoff = NULL;
	return g;
}

/* the next G of m->p, which may be another P by then: the M may have parked */
static G *findrunnable(M *m)
{
	G *g;

	for (;;) {
		if (unlikely(load_relaxed(&gort_sched.ninject)))
			gort_globput_injected();
		g = handoff_take(m->p);
		if (!g)
			g = gort_runqpick(m->p);
		if (!g)
			g = gort_spin(m);
		if (g)
			break;
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
