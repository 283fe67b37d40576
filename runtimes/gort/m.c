/* m.c - Ms: threads that run Gs; made, given a P, ended. */
#include "idle.h"

#include <pthread.h>

#include "run.h"

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

/* sched.lock is held: the place for a new M */
M *gort_munused(void)
{
	struct sched *s = &gort_sched;
	M *m = s->munused;

	if (m) {
		s->munused = m->link;
		return m;
	}
	if (s->nms == MS_MAX)
		go_fatal("thread exhaustion");
	m = &s->ms[s->nms];
	store_release(&s->nms, s->nms + 1);
	return m;
}

static void munused_put(M *m)
{
	gort_lock(&gort_sched.lock);
	m->link = gort_sched.munused;
	gort_sched.munused = m;
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

/* a thread for m, which has its P already; false when refused, and then m is
 * unused again */
bool gort_newm(M *m)
{
	pthread_t thread;

	m->wake = 1;
	if (pthread_create(&thread, NULL, mstart, m) == 0) {
		pthread_detach(thread);
		return true;
	}
	m->wake = 0;
	munused_put(m);
	return false;
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
