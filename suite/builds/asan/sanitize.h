/*
 * sanitize.h - the calls of runtimes/sanitize.h, as AddressSanitizer takes them.
 *
 * ASan must know the bounds of the stack it is on, or it clears the marks of
 * another one when a G exits from the depth of its calls.  And it must have the
 * fake stack that belongs to it: with detect_stack_use_after_return locals live
 * there, and are marked when their function returns.  A fake stack stays with
 * its stack when a G ends, so that the locals of the dead are still marked in
 * the next life; and all of a stack is marked while it is free.
 */
#ifndef SANITIZE_H
#define SANITIZE_H

#include <pthread.h>
#include <sanitizer/asan_interface.h>
#include <stdbool.h>
#include <stddef.h>

enum { SAN_MAX_LIVE = 10000, SAN_PAGE = 1, SAN_INHERIT = 1 };

struct san_stack {
	void *fake;
	const void *lo;
	size_t size;
} __attribute__((aligned(16)));

static inline void san_start(int nproc)
{
}

static inline void san_thread(struct san_stack *g0)
{
	pthread_attr_t attr;
	void *lo;

	*g0 = (struct san_stack){0};
	pthread_getattr_np(pthread_self(), &attr);
	pthread_attr_getstack(&attr, &lo, &g0->size);
	pthread_attr_destroy(&attr);
	g0->lo = lo;
}

static inline void san_stack_begin(
	struct san_stack *s, const void *lo, const void *hi)
{
	s->lo = lo;
	s->size = (const char *)hi - (const char *)lo;
	__asan_unpoison_memory_region(lo, s->size);
}

static inline void san_stack_put(
	struct san_stack *s, const void *lo, const void *hi)
{
	__asan_poison_memory_region(lo, (const char *)hi - (const char *)lo);
}

/* The one that the tool has for the stack that the caller stands on is put aside
 * for a moment: only the current one can be unmade. */
static inline void san_stack_drop(struct san_stack *s)
{
	const void *lo;
	size_t size;
	void *own;

	__sanitizer_start_switch_fiber(&own, s->lo, s->size);
	__sanitizer_finish_switch_fiber(s->fake, &lo, &size);
	__sanitizer_start_switch_fiber(NULL, lo, size);
	__sanitizer_finish_switch_fiber(own, NULL, NULL);
}

static inline void san_exit(struct san_stack *s)
{
}

static inline void san_switch(struct san_stack *from, struct san_stack *to)
{
	__sanitizer_start_switch_fiber(&from->fake, to->lo, to->size);
	__sanitizer_finish_switch_fiber(to->fake, NULL, NULL);
}

static inline void san_release(const void *edge)
{
}

static inline void san_acquire(const void *edge)
{
}

static inline void san_p_left(const void *p)
{
}

static inline void san_p_taken(const void *p)
{
}

static inline void san_unseen_begin(void)
{
}

static inline void san_unseen_end(void)
{
}

#define SAN_UNSEEN __attribute__((no_sanitize("address")))

#endif
