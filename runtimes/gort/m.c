/* m.c - Ms: threads that run Gs; made, given a P, ended. */
#include "idle.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "run.h"
#include "sysmon.h"

enum { G0_GAP = 1024 }; /* below the frame of mstart g0 begins */

/* m holds no P and is on no list: here is one */
void gort_mgive(M *m, P *p)
{
	m->nextp = p;
	GORT_POINT(mgive);
	store_release(&m->wake, 1);
	GORT_POINT(mgive_wake);
	futex_wake(&m->wake, 1);
}

/* until gort_mgive */
void gort_msleep(M *m)
{
	while (load_acquire(&m->wake) == 0) {
		GORT_POINT(msleep);
		futex_wait(&m->wake, 0);
	}
	store_relaxed(&m->wake, 0);
	GORT_POINT(msleep_over);
	if (m->nextp)
		gort_acquirep(m, m->nextp);
}

/* sched.lock is held.  source: Go 1.19 proc.go: checkmcount */
static void check_count(void)
{
	struct sched *s = &gort_sched;

	if (s->nthreads > s->max_threads)
		go_fatal_threads((int)s->max_threads);
}

int rt_set_max_threads(int n)
{
	struct sched *s = &gort_sched;

	gort_lock(&s->lock);
	int before = (int)s->max_threads;

	s->max_threads = n < MS_MAX ? n : MS_MAX;
	check_count();
	gort_unlock(&s->lock);
	return before;
}

/* sched.lock is held: the place for a new M */
M *gort_munused(void)
{
	struct sched *s = &gort_sched;
	M *m = s->munused;

	s->nthreads++;
	check_count();
	if (m) {
		s->munused = m->link;
		return m;
	}
	m = &s->ms[s->nms];
	store_release(&s->nms, s->nms + 1);
	return m;
}

static void munused_put(M *m)
{
	gort_lock(&gort_sched.lock);
	m->link = gort_sched.munused;
	gort_sched.munused = m;
	gort_sched.nthreads--;
	gort_unlock(&gort_sched.lock);
}

static void begin(G *unused)
{
	gort_schedule();
}

/* an M's first and last steps, on its own stack, which is g0 in between */
static void *mstart(void *arg)
{
	M *m = arg;
	uintptr_t frame = (uintptr_t)__builtin_frame_address(0);

	m->g0sp = (void *)((frame & -16ul) - G0_GAP);
	setm(m);
	go_thread_init();
	san_thread(&m->san);
	GORT_POINT(mstart);
	gort_msleep(m);
	if (m->p)
		gort_mcall(&m->threadsp, m->g0sp, begin, NULL);
	setm(NULL);
	go_thread_exit();
	return NULL;
}

/* on g0, without a P: the thread ends */
void gort_mexit(M *m)
{
	void *threadsp = m->threadsp;

	munused_put(m); /* from here on another thread may be m */
	GORT_POINT(mexit);
	gort_gogo(threadsp);
}

/*
 * A thread for m; fatal when refused.
 *
 * What is refused for want of something that others give back soon is asked for
 * again, for a fifth of a second.  source: Go 1.19 os_linux.go: newosproc;
 * runtime/cgo: _cgo_try_pthread_create
 */
static void make_thread(M *m)
{
	pthread_t thread;
	int refused = pthread_create(&thread, NULL, mstart, m);

	for (int ms = 1; refused == EAGAIN && ms <= 20; ms++) {
		nanosleep(&(struct timespec){.tv_nsec = ms * 1000000}, NULL);
		refused = pthread_create(&thread, NULL, mstart, m);
	}
	if (refused)
		go_fatal("newosproc: the machine refuses a thread");
	pthread_detach(thread);
}

/*
 * gort_newm - a thread for m, which has its P already.
 *
 * The signals that it blocks and the CPUs that it may use a thread has from the
 * one that makes it.  The program may have changed those of a thread that a G is
 * tied to, or that is none of ours: so then sysmon makes it, which has them from
 * the caller of rt_run.  source: Go 1.19 proc.go: newm, startTemplateThread
 */
void gort_newm(M *m)
{
	struct sched *s = &gort_sched;
	M *self = getm();

	m->wake = 1;
	if (self && !self->lockedg) {
		make_thread(m);
		return;
	}
	gort_lock(&s->lock);
	m->link = s->mwanted;
	store_release(&s->mwanted, m);
	gort_unlock(&s->lock);
	GORT_POINT(mwanted);
	full_barrier();
	gort_sysmon_needed();
}

/* sysmon makes those that were left to it; were there any? */
bool gort_newm_wanted(void)
{
	struct sched *s = &gort_sched;

	if (!load_acquire(&s->mwanted))
		return false;
	gort_lock(&s->lock);
	M *m = s->mwanted, *next;

	s->mwanted = NULL;
	gort_unlock(&s->lock);
	for (; m; m = next) {
		next = m->link; /* not m's any more, once it runs */
		make_thread(m);
	}
	return true;
}

/* the first n Ms, which sleep, end */
static pthread_t first[RT_PROCS_MAX];

void gort_end_ms(int n)
{
	for (int i = 0; i < n; i++)
		gort_mgive(&gort_sched.ms[i], NULL);
	for (int i = 0; i < n; i++)
		pthread_join(first[i], NULL);
}

/*
 * gort_start_ms - an M for each P, all of them asleep, none of them on a list.
 *
 * Returns 0 or -errno, and then no thread is left.
 */
int gort_start_ms(void)
{
	int refused = 0, n = 0;

	for (; n < gort_sched.nproc && !refused; n++)
		refused =
			pthread_create(&first[n], NULL, mstart, gort_munused());
	if (refused)
		gort_end_ms(n - 1);
	return -refused;
}

/* P 0 and what is queued there to M 0; the other Ps are idle */
void gort_begin(void)
{
	struct sched *s = &gort_sched;

	for (int i = s->nproc - 1; i >= 0; i--)
		pthread_detach(first[i]);
	for (int i = s->nproc - 1; i > 0; i--)
		gort_idle(&s->ms[i], &s->ps[i]);
	gort_mgive(&s->ms[0], &s->ps[0]);
}
