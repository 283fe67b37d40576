/*
 * sync.c - WaitGroup and Mutex: a few words under one rt_lock.
 *
 * Not atomic counters: with one P rt_lock is nothing, and with more one locked
 * instruction, as a counter would be.
 */
#include <point.h>
#include <rt_inline.h>

#include "fatal.h"
#include "late.h"
#include "ticks.h"
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

static _Noreturn __attribute__((noinline)) void negative(void)
{
	go_panic("sync: negative WaitGroup counter");
}

/* Nothing of wg is touched after the unlock: a waiter may free it then. */
static inline void add(struct go_wg *wg, int64_t n)
{
	struct go_waiter *done = NULL;
	int64_t left;

	rt_lock_inline(&wg->lock);
	left = wg->n += n;
	if (left == 0) {
		done = wg->waiters.first;
		wg->waiters.first = NULL;
	}
	rt_unlock_inline(&wg->lock);
	RT_POINT(wg_add);
	if (__builtin_expect(left < 0, 0))
		negative();
	if (done)
		go_waitq_ready(done);
}

void go_wg_add(struct go_wg *wg, int64_t n)
{
	add(wg, n);
}

void go_wg_done(void *wg)
{
	add(wg, -1);
}

/* wg->lock is held, and given up */
static RETURNS_LATE void wait_for(struct go_wg *wg)
{
	struct go_waiter w = {.g = rt_self_inline()};

	go_waitq_push(&wg->waiters, &w);
	rt_park(rt_park_unlock, &wg->lock, why_sync);
}

/* The lock is taken even at 0: the add that made it so may still hold it. */
void go_wg_wait(struct go_wg *wg)
{
	rt_lock_inline(&wg->lock);
	if (wg->n == 0)
		rt_unlock_inline(&wg->lock);
	else
		wait_for(wg);
}

/* ----------------------------------------------------------------------- Mutex
 *
 * Normal mode: unlock readies the first waiter and goes on; that one tries
 * again when it runs, against whoever asks meanwhile, and queues in front when
 * it loses.  Starvation mode, from a waiter that lost after 1 ms: unlock hands
 * over, locked stays set, so nobody can come between.  The last waiter, or one
 * that waited less, ends it.
 */

static inline bool take(struct go_mutex *m)
{
	bool free = !m->locked;

	m->locked = true;
	return free;
}

/* wait in line; m->lock is held, on return too.  Whether the mutex was handed
 * over, or was free and is taken */
static bool wait_turn(struct go_mutex *m, struct go_waiter *w)
{
	rt_park(rt_park_unlock, &m->lock, why_sync);
	RT_POINT(mutex_turn);
	rt_lock_inline(&m->lock);
	if (w->ok)
		return true;
	m->woken = false;
	return take(m);
}

/* m->lock is held, and given up; another has the mutex */
static RETURNS_LATE void wait_for_mutex(struct go_mutex *m)
{
	struct go_waiter w = {.g = rt_self_inline()};
	uint64_t began = go_ticks();

	go_waitq_push(&m->waiters, &w);
	while (!wait_turn(m, &w)) {
		m->starving |= go_ticks_ns(began) > STARVING_NS;
		go_waitq_push_front(&m->waiters, &w);
	}
	if (w.ok)
		m->starving =
			m->waiters.first && go_ticks_ns(began) > STARVING_NS;
	rt_unlock_inline(&m->lock);
}

void go_lock(struct go_mutex *m)
{
	rt_lock_inline(&m->lock);
	if (take(m))
		rt_unlock_inline(&m->lock);
	else
		wait_for_mutex(m);
}

bool go_trylock(struct go_mutex *m)
{
	bool taken;

	rt_lock_inline(&m->lock);
	taken = take(m);
	rt_unlock_inline(&m->lock);
	return taken;
}

/* m->lock is held: the waiter to ready; it owns the mutex already when *handed */
static struct go_waiter *release(struct go_mutex *m, bool *handed)
{
	struct go_waiter *w = m->woken ? NULL : go_waitq_pop(&m->waiters);

	*handed = w && m->starving;
	if (*handed) {
		w->ok = true;
		return w;
	}
	m->locked = false;
	m->woken |= w != NULL;
	return w;
}

void go_unlock(void *mutex)
{
	struct go_mutex *m = mutex;
	struct go_waiter *w;
	bool handed;

	rt_lock_inline(&m->lock);
	if (__builtin_expect(!m->locked, 0))
		go_fatal("sync: unlock of unlocked mutex");
	w = release(m, &handed);
	rt_unlock_inline(&m->lock);
	RT_POINT(mutex_unlock);
	if (w)
		rt_ready(w->g);
	if (handed)
		rt_yield();
}
