/*
 * sched.c - the run queue: which G is next, and Ms that find none.
 *
 * One lock guards every queue.  At each of its releases this holds:
 *
 *      if an M is idle and a G is runnable, some M spins.
 *
 * So nothing runnable is left lying.  Who makes a G runnable wakes an idle M,
 * to spin, unless one spins already.  A spinner that finds work wakes the next
 * one if there is more; it goes idle only when it has seen, under the lock,
 * that there is none, in the runnexts of the others too.
 */
#include "uc.h"

struct sched uc_sched;

static bool anything(void)
{
	struct sched *s = &uc_sched;
	bool found = s->runqhead;

	for (int i = 0; i < s->nproc && !found; i++)
		found = s->ms[i].runnext;
	return found;
}

/* sched.lock is held; the M to wake after it, or NULL */
static M *wakep(void)
{
	struct sched *s = &uc_sched;
	M *m = s->idle;

	if (!m || s->nspinning)
		return NULL;
	s->idle = m->idle;
	s->nidle--;
	m->spinning = true;
	s->nspinning++;
	return m;
}

static void unlock_and_wake(M *m)
{
	uc_unlock(&uc_sched.lock);
	RT_POINT(unlocked);
	if (!m)
		return;
	__atomic_store_n(&m->wake, 1, __ATOMIC_RELEASE);
	RT_POINT(wake);
	uc_futex_wake(&m->wake);
}

static void runqput(struct ucg *g)
{
	struct sched *s = &uc_sched;

	g->link = NULL;
	if (s->runqhead)
		s->runqtail->link = g;
	else
		__atomic_store_n(&s->runqhead, g, __ATOMIC_RELAXED);
	s->runqtail = g;
}

static struct ucg *runqget(void)
{
	struct ucg *g = uc_sched.runqhead;

	if (g)
		__atomic_store_n(&uc_sched.runqhead, g->link, __ATOMIC_RELAXED);
	return g;
}

/* into m's runnext; without an M, to the tail of the queue */
void uc_runnable(M *m, struct ucg *g)
{
	struct ucg *put = g;

	uc_lock(&uc_sched.lock);
	if (m) {
		put = m->runnext;
		m->runnext = g;
	}
	if (put)
		runqput(put);
	unlock_and_wake(wakep());
}

/* NULL when neither runnext nor the queue has one */
struct ucg *uc_pick(M *m)
{
	uc_lock(&uc_sched.lock);
	struct ucg *g = m->runnext;

	m->runnext = NULL;
	if (uc_sched.over)
		g = NULL;
	else if (!g)
		g = runqget();
	uc_unlock(&uc_sched.lock);
	return g;
}

/* sched.lock is held */
static void set_spinning(M *m, bool spinning)
{
	uc_sched.nspinning += spinning - m->spinning;
	m->spinning = spinning;
}

/* One M at a time; with a single P there is nobody to wait for. */
static void spin(M *m)
{
	struct sched *s = &uc_sched;

	uc_lock(&s->lock);
	if (s->nspinning == 0 && s->nproc > 1)
		set_spinning(m, true);
	uc_unlock(&s->lock);
	for (int i = 0; m->spinning && i < s->patience; i++) {
		if (__atomic_load_n(&s->runqhead, __ATOMIC_RELAXED))
			return;
		__builtin_ia32_pause();
	}
}

/* sched.lock is held */
static struct ucg *take_any(void)
{
	struct sched *s = &uc_sched;
	struct ucg *g = s->over ? NULL : runqget();

	for (int i = 0; i < s->nproc && !g && !s->over; i++) {
		g = s->ms[i].runnext;
		s->ms[i].runnext = NULL;
	}
	return g;
}

/* No G runs, none is queued, and nobody outside may ready one. */
static bool dead(void)
{
	struct sched *s = &uc_sched;

	return s->nidle == s->nproc && s->hold <= 0 && !s->over;
}

/* sched.lock is held, and released */
static void stopm(M *m)
{
	struct sched *s = &uc_sched;

	m->idle = s->idle;
	s->idle = m;
	s->nidle++;
	bool end = dead();

	uc_unlock(&s->lock);
	RT_POINT(stopm);
	if (end)
		go_deadlock();
	while (!__atomic_exchange_n(&m->wake, 0, __ATOMIC_ACQUIRE))
		uc_futex_wait(&m->wake, 0);
}

/* On g0, when uc_pick had none. */
struct ucg *uc_findrunnable(M *m)
{
	for (;;) {
		spin(m);
		RT_POINT(spun);
		uc_lock(&uc_sched.lock);
		struct ucg *g = take_any();

		set_spinning(m, false);
		if (g) {
			unlock_and_wake(anything() ? wakep() : NULL);
			return g;
		}
		stopm(m);
	}
}

void rt_hold(int delta)
{
	uc_lock(&uc_sched.lock);
	uc_sched.hold += delta;
	bool end = dead();

	uc_unlock(&uc_sched.lock);
	if (end)
		go_deadlock();
}
