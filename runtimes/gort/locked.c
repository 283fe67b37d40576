/*
 * locked.c - rt_lock_thread: a G and an M for each other alone.
 *
 * A tied G stands in the queues like any other.  The M that picks it hands its P
 * to the M that it is tied to, and parks; that M, when its G stops, hands the P
 * on and sleeps until the G is picked again.  All of this is done on g0: while
 * any G is tied, no G goes straight to the next one.
 *
 * source: Go 1.19 proc.go: LockOSThread, stoplockedm, startlockedm
 */
#include "locked.h"

#include "run.h"

void rt_lock_thread(void)
{
	P *p = getp();
	M *m = p->m;

	if (m->locks++)
		return;
	store_release(&m->lockedg, p->g);
	GORT_POINT(lock_thread);
	/* before this G is in any queue: see may_go_direct */
	add_full(&gort_sched.nlocked, 1);
}

/* m's G is tied to it no longer */
void gort_untie(M *m)
{
	m->locks = 0;
	store_release(&m->lockedg, NULL);
	GORT_POINT(untie);
	add_full(&gort_sched.nlocked, -1);
}

void rt_unlock_thread(void)
{
	M *m = getm();

	if (m->locks == 0 || --m->locks > 0)
		return;
	gort_untie(m);
}

bool rt_thread_locked(G *g)
{
	for (uint32_t i = 0; i < load_acquire(&gort_sched.nms); i++)
		if (load_acquire(&gort_sched.ms[i].lockedg) == g)
			return true;
	return false;
}

/* on g0 of an M whose G has stopped: wait for the G's turn, and run it */
void gort_stoplockedm(M *m)
{
	if (m->p)
		gort_handoffp(gort_releasep(m));
	GORT_POINT(stoplockedm);
	gort_msleep(m);
	execute(m->p, m->lockedg);
}

/* the M that g is tied to; NULL when g may run anywhere */
static M *tied_to(G *g)
{
	for (uint32_t i = 0; i < load_acquire(&gort_sched.nms); i++) {
		M *m = &gort_sched.ms[i];

		if (load_acquire(&m->lockedg) == g)
			return m;
	}
	return NULL;
}

/*
 * gort_startlockedm - g was picked by m: if it is tied to another M, that one
 * gets the P, and true is returned when m has a P again.
 */
bool gort_startlockedm(M *m, G *g)
{
	M *tied = tied_to(g);

	if (!tied)
		return false;
	gort_mgive(tied, gort_releasep(m));
	GORT_POINT(startlockedm);
	gort_mpark(m);
	return true;
}
