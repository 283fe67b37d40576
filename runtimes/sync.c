/* sync.c - WaitGroup and Mutex: one locked instruction while nobody waits. */
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
	rt_unlock_inline(mutex);
	return true;
}

/* ------------------------------------------------------------------ WaitGroup
 *
 * wg->n is the count, and WAITED more while somebody is in wg->waiters:
 *
 *      n == 0                 nothing to do: a wait returns
 *      0 < n < WAITED         something to do, and nobody waits
 *      WAITED < n             somebody waits
 *      n == WAITED            the add that made it so readies them just now
 *
 * One atomic word, because the waiter may free the group as soon as it sees 0:
 * the add that made it 0 does not touch it again, or, when somebody waited, makes
 * it 0 by its last touch.
 */
static const int64_t WAITED = INT64_C(1) << 62;

/* n == WAITED: ready all who wait, in the order they came */
static __attribute__((noinline)) void ready_waiters(struct go_wg *wg)
{
	struct go_waiter *w;

	rt_lock_inline(&wg->lock);
	w = wg->waiters.first;
	wg->waiters.first = NULL;
	rt_unlock_inline(&wg->lock);
	__atomic_sub_fetch(&wg->n, WAITED, __ATOMIC_RELEASE);
	go_waitq_ready(w);
}

static inline void add(struct go_wg *wg, int64_t n)
{
	int64_t now = __atomic_add_fetch(&wg->n, n, __ATOMIC_ACQ_REL);

	if (__builtin_expect(now == WAITED, 0))
		ready_waiters(wg);
	else if (__builtin_expect(now < 0 || (now & (WAITED >> 1)), 0))
		go_panic_text_("sync: negative WaitGroup counter");
}

void go_wg_add(struct go_wg *wg, int64_t n)
{
	add(wg, n);
}

void go_wg_done(void *wg)
{
	add(wg, -1);
}

/* wg->lock is held: from now on who makes n WAITED looks for waiters.  False when
 * there is nothing to wait for, or the waiters are just being readied */
static bool say_waited(struct go_wg *wg)
{
	int64_t n = __atomic_load_n(&wg->n, __ATOMIC_RELAXED);

	while (n > 0 && n < WAITED)
		if (__atomic_compare_exchange_n(&wg->n, &n, n + WAITED, false,
			    __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			return true;
	return n > WAITED;
}

static RETURNS_LATE void wait_for(struct go_wg *wg)
{
	struct go_waiter w = {.g = rt_self_inline()};

	while (__atomic_load_n(&wg->n, __ATOMIC_ACQUIRE)) {
		rt_lock_inline(&wg->lock);
		if (say_waited(wg)) {
			go_waitq_push(&wg->waiters, &w);
			rt_park(rt_park_unlock, &wg->lock, why_sync);
			return;
		}
		rt_unlock_inline(&wg->lock);
		rt_yield(); /* a few instructions of another thread */
	}
}

void go_wg_wait(struct go_wg *wg)
{
	if (__atomic_load_n(&wg->n, __ATOMIC_ACQUIRE))
		wait_for(wg);
}

/* ----------------------------------------------------------------------- Mutex
 *
 * m->state is LOCKED or not, and QUEUED where more is to be known: somebody
 * waits, or has been readied and not tried yet.  While QUEUED is not set, lock
 * and unlock are one exchange each; who sets it holds m->lock, and from then on
 * so does everybody who changes anything.
 *
 * Normal mode: unlock readies the first waiter and goes on; that one tries
 * again when it runs, against whoever asks meanwhile, and queues in front when
 * it loses.  Starvation mode, from a waiter that lost after 1 ms: unlock hands
 * over, LOCKED stays set, so nobody can come between.  The last waiter, or one
 * that waited less, ends it.
 */
enum { LOCKED = 1, QUEUED = 2 };

/* m->lock is taken, and with it all of m */
static uint32_t enter(struct go_mutex *m)
{
	rt_lock_inline(&m->lock);
	return __atomic_fetch_or(&m->state, QUEUED, __ATOMIC_ACQUIRE);
}

static void leave(struct go_mutex *m, uint32_t locked)
{
	bool queued = m->waiters.first || m->woken || m->starving;

	__atomic_store_n(
		&m->state, locked | (queued ? QUEUED : 0), __ATOMIC_RELEASE);
	rt_unlock_inline(&m->lock);
}

/* wait in line, in front when it is not the first time; m->lock is held, on
 * return too; returns whether LOCKED was handed over, or was found free */
static bool wait_turn(struct go_mutex *m, struct go_waiter *w, bool again)
{
	w->ok = false;
	if (again)
		go_waitq_push_front(&m->waiters, w);
	else
		go_waitq_push(&m->waiters, w);
	rt_park(rt_park_unlock, &m->lock, why_sync);
	rt_lock_inline(&m->lock);
	if (!w->ok)
		m->woken = false;
	return w->ok || !(m->state & LOCKED);
}

static RETURNS_LATE void lock_slow(struct go_mutex *m)
{
	struct go_waiter w = {.g = rt_self_inline()};
	bool again = false;
	uint64_t began;

	if (enter(m) & LOCKED) {
		began = go_ticks();
		while (!wait_turn(m, &w, again)) {
			again = true;
			m->starving |= go_ticks_ns(began) > STARVING_NS;
		}
		/* the mode ends with the last waiter, or one that has not
		 * waited that long */
		if (m->starving && w.ok)
			m->starving = m->waiters.first &&
			              go_ticks_ns(began) > STARVING_NS;
	}
	leave(m, LOCKED);
}

void go_lock(struct go_mutex *m)
{
	uint32_t free = 0;

	if (!__atomic_compare_exchange_n(&m->state, &free, LOCKED, false,
		    __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
		lock_slow(m);
}

bool go_trylock(struct go_mutex *m)
{
	bool taken = !(enter(m) & LOCKED);

	leave(m, LOCKED);
	return taken;
}

/* the waiter to ready; it owns the mutex already when *handed */
static struct go_waiter *release(struct go_mutex *m, bool *handed)
{
	struct go_waiter *w = m->woken ? NULL : go_waitq_pop(&m->waiters);

	*handed = w && m->starving;
	if (*handed)
		w->ok = true;
	else if (w)
		m->woken = true;
	return w;
}

static __attribute__((noinline)) void unlock_slow(struct go_mutex *m)
{
	struct go_waiter *w;
	bool handed;

	if (!(enter(m) & LOCKED))
		go_fatal("sync: unlock of unlocked mutex");
	w = release(m, &handed);
	leave(m, handed ? LOCKED : 0);
	if (w)
		rt_ready(w->g);
	if (handed)
		rt_yield();
}

void go_unlock(void *mutex)
{
	struct go_mutex *m = mutex;
	uint32_t locked = LOCKED;

	if (!__atomic_compare_exchange_n(&m->state, &locked, 0, false,
		    __ATOMIC_RELEASE, __ATOMIC_RELAXED))
		unlock_slow(m);
}
