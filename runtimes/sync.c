/* sync.c - WaitGroup and Mutex. */
#include "fatal.h"
#include "wait.h"

/* Go's starvationThresholdNs: longer than this no waiter is overtaken */
enum { STARVING_NS = 1000000 };

static const char why_sync[] = "semacquire";

bool rt_park_unlock(G *self, void *mutex)
{
	rt_unlock(mutex);
	return true;
}

/* ------------------------------------------------------------------ WaitGroup */

/* Nothing of wg is touched after the unlock: a waiter may free it then. */
void go_wg_add(struct go_wg *wg, int64_t n)
{
	struct go_waiter *done = NULL;
	int64_t left;

	rt_lock(&wg->lock);
	left = wg->n += n;
	if (left == 0) {
		done = wg->waiters.first;
		wg->waiters.first = NULL;
	}
	rt_unlock(&wg->lock);
	if (left < 0)
		go_panic_text_("sync: negative WaitGroup counter");
	go_waitq_ready(done);
}

void go_wg_done(void *wg)
{
	go_wg_add(wg, -1);
}

/* The lock is taken even at 0: the add that made it so may still hold it. */
void go_wg_wait(struct go_wg *wg)
{
	struct go_waiter w;

	rt_lock(&wg->lock);
	if (wg->n == 0) {
		rt_unlock(&wg->lock);
		return;
	}
	w.g = rt_self();
	go_waitq_push(&wg->waiters, &w);
	rt_park(rt_park_unlock, &wg->lock, why_sync);
}

/* ----------------------------------------------------------------------- Mutex
 *
 * Normal mode: unlock readies the first waiter and goes on; that one tries
 * again when it runs, against whoever asks meanwhile, and queues in front when
 * it loses.  Starvation mode, from a waiter that lost after 1 ms: unlock hands
 * over, locked stays set, so nobody can come between.  The last waiter, or one
 * that waited less, ends it.
 */

static bool take(struct go_mutex *m)
{
	bool free = !m->locked;

	m->locked = true;
	return free;
}

/* wait in line, in front when it is not the first time; returns with m->lock
 * held, as it was called */
static void wait_turn(struct go_mutex *m, struct go_waiter *w, bool again)
{
	w->ok = false;
	if (again)
		go_waitq_push_front(&m->waiters, w);
	else
		go_waitq_push(&m->waiters, w);
	rt_park(rt_park_unlock, &m->lock, why_sync);
	rt_lock(&m->lock);
}

/* needs m->lock, and m->locked by another */
static void lock_slow(struct go_mutex *m)
{
	struct go_waiter w = {.g = rt_self()};
	int64_t began = go_now();
	bool starving = false;

	wait_turn(m, &w, false);
	for (;;) {
		starving = starving || go_now() - began > STARVING_NS;
		if (w.ok) {
			m->starving = starving && m->waiters.first;
			return;
		}
		m->woken = false;
		if (take(m))
			return;
		m->starving = starving;
		wait_turn(m, &w, true);
	}
}

void go_lock(struct go_mutex *m)
{
	rt_lock(&m->lock);
	if (!take(m))
		lock_slow(m);
	rt_unlock(&m->lock);
}

bool go_trylock(struct go_mutex *m)
{
	bool taken;

	rt_lock(&m->lock);
	taken = take(m);
	rt_unlock(&m->lock);
	return taken;
}

/* the waiter to ready; it owns the mutex already when *handed */
static struct go_waiter *release(struct go_mutex *m, bool *handed)
{
	struct go_waiter *w = m->woken ? NULL : go_waitq_pop(&m->waiters);

	*handed = w && m->starving;
	if (*handed)
		w->ok = true;
	else
		m->locked = false;
	if (w && !*handed)
		m->woken = true;
	return w;
}

void go_unlock(void *mutex)
{
	struct go_mutex *m = mutex;
	struct go_waiter *w;
	bool handed;

	rt_lock(&m->lock);
	if (!m->locked)
		go_fatal("sync: unlock of unlocked mutex");
	w = release(m, &handed);
	rt_unlock(&m->lock);
	if (w)
		rt_ready(w->g);
	if (handed)
		rt_yield();
}
