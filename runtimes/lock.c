/*
 * lock.c - rt_lock: spin for a while, then sleep.
 *
 *      0 free   1 held   2 held, and somebody may sleep on it
 */
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "rt.h"

enum { FREE, HELD, CONTENDED, SPINS = 100 };

static bool take(struct rt_mutex *m)
{
	uint32_t word = FREE;

	return __atomic_compare_exchange_n(&m->word, &word, HELD, false,
		__ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

void rt_lock(struct rt_mutex *m)
{
	for (int i = 0; i < SPINS; i++) {
		if (take(m))
			return;
		__builtin_ia32_pause();
	}
	while (__atomic_exchange_n(&m->word, CONTENDED, __ATOMIC_ACQUIRE))
		syscall(SYS_futex, &m->word, FUTEX_WAIT_PRIVATE, CONTENDED,
			NULL);
}

void rt_unlock(struct rt_mutex *m)
{
	if (__atomic_exchange_n(&m->word, FREE, __ATOMIC_RELEASE) == CONTENDED)
		syscall(SYS_futex, &m->word, FUTEX_WAKE_PRIVATE, 1);
}
