/*
 * idle.c - Ms without work: spin, park, wake up.
 *
 * The protocol (Go's, proc.go "Worker thread parking/unparking"):
 *
 *      who submits                       who goes idle
 *      1. queue the G                    1. give the P back: npidle + 1
 *      2. full barrier                   2. if it spun: nmspinning - 1
 *      3. a P idle and nobody spins?     3. full barrier
 *         then wake an M                 4. look at all queues again
 *
 * Either the submitter sees the idle P (and that nobody spins), or the idler sees
 * the G.  Both barriers must be full: a store and a later load of another word
 * may change places on x86 too, and with release stores alone both sides can
 * miss each other.  2 of the submitter is in runqput_next and in the update of
 * ninject; 3 of the idler is the update of nmspinning, or the lock.
 *
 * A spinning M promises to find what is submitted while it spins, so submitters
 * wake nobody then; when it finds work and was the last to spin it wakes the
 * next (sched.c: stop_spinning).
 */
#include "idle.h"

#include "runq.h"

/* sched.lock is held */
static void pidleput(P *p)
{
	p->m = NULL;
	store_release(&p->status, P_IDLE);
	p->link = gort_sched.pidle;
	gort_sched.pidle = p;
	add_full(&gort_sched.npidle, 1);
}

/* sched.lock is held; NULL when none is idle */
P *gort_pidleget(void)
{
	P *p = gort_sched.pidle;

	if (p) {
		gort_sched.pidle = p->link;
		add_full(&gort_sched.npidle, -1);
	}
	return p;
}

void gort_acquirep(M *m, P *p)
{
	m->p = p;
	p->m = m;
	p->g = NULL;
	p->g0sp = m->g0sp;
	store_release(&p->status, P_RUNNING);
	setp(p);
	san_p_taken(p);
}

/* the caller takes care of the P */
P *gort_releasep(M *m)
{
	P *p = m->p;

	p->g = NULL;
	p->m = NULL;
	m->p = NULL;
	setp(NULL);
	san_p_left(p);
	return p;
}

static void spinning_ends(void)
{
	add_full(&gort_sched.nmspinning, -1);
}

/*
 * gort_startm - an M for p, which nobody holds: a parked one, else a new one.
 *
 *   spinning  it is to look for work, and is counted in nmspinning already
 */
void gort_startm(P *p, bool spinning)
{
	struct sched *s = &gort_sched;
	M *m, *parked;

	gort_lock(&s->lock);
	m = parked = s->midle;
	if (parked)
		s->midle = parked->link;
	else
		m = gort_munused();
	gort_unlock(&s->lock);
	m->spinning = spinning;
	m->nextp = p;
	GORT_POINT(startm);
	if (parked)
		gort_mgive(m, p);
	else
		gort_newm(m);
}

/*
 * gort_wakep - wake an M, to spin on an idle P.
 *
 * The P may have been taken meanwhile.  Then another may have become idle since,
 * and who submitted a G beside it saw one spinning, and woke nobody: so look as
 * the idler does, after the count has gone back.  source: Go 1.20 proc.go:
 * sched.needspinning; Go 1.19 has the gap
 */
void gort_wakep(void)
{
	struct sched *s = &gort_sched;

	do {
		uint32_t none = 0;

		if (!cas_full(&s->nmspinning, &none, 1))
			return;
		GORT_POINT(wakep);
		gort_lock(&s->lock);
		P *p = gort_pidleget();

		gort_unlock(&s->lock);
		GORT_POINT(wakep_p);
		if (p) {
			gort_startm(p, true);
			return;
		}
		spinning_ends();
		GORT_POINT(wakep_none);
	} while (load_full(&s->npidle) && gort_work_exists());
}

/*
 * gort_handoffp - nobody holds p: an M for it if it or anybody has work, else it
 * is idle.  source: Go 1.19 proc.go: handoffp
 */
void gort_handoffp(P *p)
{
	struct sched *s = &gort_sched;
	uint32_t none = 0;

	if (p->handoff || !runqempty(p) || gort_work_exists()) {
		gort_startm(p, false);
		return;
	}
	GORT_POINT(handoffp);
	if (load_full(&s->npidle) == 0 && cas_full(&s->nmspinning, &none, 1)) {
		gort_startm(p, true);
		return;
	}
	gort_lock(&s->lock);
	pidleput(p);
	bool dead = gort_dead();

	gort_unlock(&s->lock);
	GORT_POINT(handoffp_idle);
	if (dead)
		go_deadlock();
	if (gort_work_exists())
		wakep();
}

/* sched.lock is held */
static void midleput(M *m)
{
	m->link = gort_sched.midle;
	gort_sched.midle = m;
}

/* both wait to be used */
void gort_idle(M *m, P *p)
{
	gort_lock(&gort_sched.lock);
	pidleput(p);
	midleput(m);
	gort_unlock(&gort_sched.lock);
}

/* without a P: until somebody hands over one */
void gort_mpark(M *m)
{
	gort_lock(&gort_sched.lock);
	midleput(m);
	gort_unlock(&gort_sched.lock);
	GORT_POINT(mpark);
	gort_msleep(m);
}

/*
 * gort_stopm - the M found nothing: give the P back, look once more, and sleep.
 *
 * Returns when it holds a P again, handed over or taken back.
 */
void gort_stopm(M *m)
{
	struct sched *s = &gort_sched;
	bool spun = m->spinning, dead;
	P *p = gort_releasep(m);

	GORT_POINT(stopm);
	gort_lock(&s->lock);
	pidleput(p);
	gort_unlock(&s->lock);
	GORT_POINT(stopm_idle);
	if (spun) {
		m->spinning = false;
		spinning_ends();
	}
	GORT_POINT(idle);

	gort_lock(&s->lock);
	p = gort_work_exists() ? gort_pidleget() : NULL;
	dead = !p && gort_dead();
	if (!p)
		midleput(m);
	gort_unlock(&s->lock);
	GORT_POINT(stopm_looked);
	if (dead)
		go_deadlock();
	if (!p) {
		gort_msleep(m);
		return;
	}
	gort_acquirep(m, p);
	if (spun) {
		m->spinning = true;
		add_full(&s->nmspinning, 1);
	}
}
