/*
 * idle.c - Ms without work: spin, park, wake up; and the end of all work.
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
 * miss each other.  Here every step that counts is a locked instruction: the
 * exchange on runnext, the updates of npidle and nmspinning, the lock.
 *
 * A spinning M promises to find what is submitted while it spins, so submitters
 * wake nobody then; when it finds work and was the last to spin it wakes the
 * next (sched.c: stop_spinning).
 */
#include "runq.h"

#include <pthread.h>
#include <stdlib.h>

/* sched.lock is held */
static void pidleput(P *p)
{
	p->m = NULL;
	p->link = gort_sched.pidle;
	gort_sched.pidle = p;
	add_full(&gort_sched.npidle, 1);
}

static P *pidleget(void)
{
	P *p = gort_sched.pidle;

	if (p) {
		gort_sched.pidle = p->link;
		add_full(&gort_sched.npidle, -1);
	}
	return p;
}

static void acquirep(M *m, P *p)
{
	m->p = p;
	p->m = m;
	p->g = NULL;
	p->g0sp = m->g0sp;
	setp(p);
}

/* wake a parked M, to spin, and hand it an idle P; there is an M for every P */
void gort_startm(void)
{
	struct sched *s = &gort_sched;
	uint32_t none = 0;
	M *m = NULL;

	if (!cas_full(&s->nmspinning, &none, 1))
		return;
	gort_lock(&s->lock);
	P *p = s->midle ? pidleget() : NULL;

	if (p) {
		m = s->midle;
		s->midle = m->link;
		m->nextp = p;
		m->spinning = true;
	} else {
		add_full(&s->nmspinning, -1);
	}
	gort_unlock(&s->lock);
	if (m) {
		store_release(&m->wake, 1);
		futex_wake(&m->wake, 1);
	}
}

/* step 4: anything in any queue?  The global one is looked at twice: Gs go from
 * it to rings; and rt_yield, which wakes nobody, puts one there before it takes
 * another from a ring */
static bool work_exists(void)
{
	struct sched *s = &gort_sched;

	if (load_full(&s->ninject) || globlen())
		return true;
	for (int i = 0; i < s->nproc; i++)
		if (!runqempty(&s->ps[i]))
			return true;
	return load_full(&s->globtail) != load_full(&s->globhead);
}

/* sched.lock is held, and the caller has found no work: no G runs, none is
 * queued, and nobody outside may ready one.  An idle P's ring is empty. */
bool gort_dead(void)
{
	struct sched *s = &gort_sched;

	return s->npidle == (uint32_t)s->nproc && s->ninject == 0 &&
	       globlen() == 0 && load_full(&s->hold) <= 0;
}

static void sleep_until_given_p(M *m)
{
	while (load_acquire(&m->wake) == 0)
		futex_wait(&m->wake, 0);
	store_relaxed(&m->wake, 0);
	acquirep(m, m->nextp);
}

/* sched.lock is held, and released */
static void park(M *m)
{
	bool dead = gort_dead();

	m->link = gort_sched.midle;
	gort_sched.midle = m;
	gort_unlock(&gort_sched.lock);
	if (dead)
		go_deadlock();
	sleep_until_given_p(m);
}

/*
 * gort_stopm - the M found nothing: give the P back, look once more, and sleep.
 *
 * Returns when it holds a P again, handed over or taken back.
 */
void gort_stopm(M *m)
{
	struct sched *s = &gort_sched;
	bool spun = m->spinning;

	gort_lock(&s->lock);
	setp(NULL);
	pidleput(m->p);
	m->p = NULL;
	gort_unlock(&s->lock);
	if (spun) {
		m->spinning = false;
		add_full(&s->nmspinning, -1);
	}
	GORT_POINT(idle);

	gort_lock(&s->lock);
	P *p = work_exists() ? pidleget() : NULL;

	if (!p) {
		park(m);
		return;
	}
	gort_unlock(&s->lock);
	acquirep(m, p);
	if (spun) {
		m->spinning = true;
		add_full(&s->nmspinning, 1);
	}
}

static void begin(G *unused)
{
	gort_schedule();
}

/* an M's first step: on its own stack, which is g0 from here on */
static void *mstart(void *arg)
{
	M *m = arg;

	m->g0sp = (void *)((uintptr_t)__builtin_frame_address(0) & -16ul);
	m->g0sp = (char *)m->g0sp - 256;
	go_thread_init();
	sleep_until_given_p(m);
	gort_leave(m->g0sp, begin, NULL);
}

/* one M a P, all parked but the first, which gets P 0 */
int gort_start_ms(void)
{
	struct sched *s = &gort_sched;
	pthread_t thread;
	int refused = 0;

	for (int i = 0; i < s->nproc && !refused; i++) {
		refused = pthread_create(&thread, NULL, mstart, &s->ms[i]);
		if (!refused)
			pthread_detach(thread);
	}
	if (refused)
		return -refused;
	for (int i = s->nproc - 1; i > 0; i--) {
		pidleput(&s->ps[i]);
		s->ms[i].link = s->midle;
		s->midle = &s->ms[i];
	}
	s->ms[0].nextp = &s->ps[0];
	store_release(&s->ms[0].wake, 1);
	futex_wake(&s->ms[0].wake, 1);
	return 0;
}

void rt_hold(int delta)
{
	struct sched *s = &gort_sched;

	if (delta > 0)
		s->shared = true;
	if (add_full(&s->hold, delta) > 0 || delta >= 0)
		return;
	gort_lock(&s->lock);
	bool dead = s->nproc > 0 && gort_dead();

	gort_unlock(&s->lock);
	if (dead)
		go_deadlock();
}
