/* lock.c - rt_lock: a word, one exchange to take, one store to give back. */
#include <sched.h>

#include "rt_inline.h"

/*
 * Held for a few instructions, so wait by looking; a holder that lost its CPU
 * needs ours, so give it up after a while, and sleep in the end: a waiter of
 * higher priority must not keep the holder away for ever.
 */
void gort_lock_slow(struct rt_mutex *m)
{
	struct timespec nap = {.tv_nsec = 50000};

	for (unsigned i = 0;; i++) {
		if (!load_relaxed(&m->word) && !swap_full(&m->word, 1))
			return;
		GORT_POINT(lock_slow);
		if (i < 100)
			cpu_pause();
		else if (i < 1000)
			sched_yield();
		else
			nanosleep(&nap, NULL);
	}
}

void rt_lock(struct rt_mutex *m)
{
	rt_lock_inline(m);
}

void rt_unlock(struct rt_mutex *m)
{
	rt_unlock_inline(m);
}
