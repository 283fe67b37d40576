/*
 * sys.h - the seam: every atomic, futex, mapping and thread call of gort.
 *
 * Memory order is named at the call, as Go's runtime does it: what is written
 * before a `release` is seen by whoever reads it through an `acquire`; `full` is
 * a barrier for everything (a locked instruction on x86).  GORT_POINT(id) marks
 * the places where another order of events could hurt: see point.h.
 */
#ifndef GORT_SYS_H
#define GORT_SYS_H

#include <linux/futex.h>
#include <point.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define GORT_POINT(id) RT_POINT(id)

#define load_relaxed(p) __atomic_load_n(p, __ATOMIC_RELAXED)
#define load_acquire(p) __atomic_load_n(p, __ATOMIC_ACQUIRE)
#define load_full(p) __atomic_load_n(p, __ATOMIC_SEQ_CST)
#define store_relaxed(p, v) __atomic_store_n(p, v, __ATOMIC_RELAXED)
#define store_release(p, v) __atomic_store_n(p, v, __ATOMIC_RELEASE)
#define swap_full(p, v) __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST)
#define add_full(p, v) __atomic_add_fetch(p, v, __ATOMIC_SEQ_CST)
#define add_relaxed(p, v) __atomic_add_fetch(p, v, __ATOMIC_RELAXED)
#define cas_full(p, old, new)        \
	__atomic_compare_exchange_n( \
		p, old, new, false, __ATOMIC_SEQ_CST, __ATOMIC_ACQUIRE)
#define cpu_pause() __builtin_ia32_pause()
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define always_inline inline __attribute__((always_inline))
#define never_inline __attribute__((noinline))

/* a fence of the language is an mfence in clang: 16 ns, where any locked
 * instruction is 2 */
static always_inline void full_barrier(void)
{
#ifdef __x86_64__
	__asm__ volatile("lock; orl $0, (%%rsp)" ::: "memory", "cc");
#else
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
#endif
}

/* sleep while *word == value; may come back without reason */
static inline void futex_wait(uint32_t *word, uint32_t value)
{
	syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

static inline void futex_wake(uint32_t *word, int n)
{
	syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, n, NULL, NULL, 0);
}

/* address space only, paid page by page; NULL when refused */
void *gort_reserve(size_t bytes);

#endif
