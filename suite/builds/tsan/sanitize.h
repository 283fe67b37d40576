/*
 * sanitize.h - the calls of runtimes/sanitize.h, as ThreadSanitizer takes them.
 *
 * A fiber is what TSan takes a thread for: a clock and a shadow of the call
 * stack.  Each life of a G on a stack gets one of its own: what a G leaves on the
 * call stack that it exits from the depth of would else pile up in the shadow.
 *
 * A new fiber inherits the clock of who makes it.  That would be the G that ran
 * before on this P, with which the new one has nothing to do; so all are made by
 * a fiber that does nothing else, the nursery, and a new G gets the clock of its
 * spawner by the edge that rt_spawn made.
 */
#ifndef SANITIZE_H
#define SANITIZE_H

#include <sanitizer/tsan_interface.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

enum { SAN_MAX_LIVE = 10000, SAN_PAGE = 4096, SAN_INHERIT = 0 };

struct san_stack {
	void *fiber;
	void *ended; /* the fiber of who is about to leave for good */
} __attribute__((aligned(16)));

/* suite/builds/tsan.c */
extern struct san_tsan {
	bool one_p;
	char threads; /* an edge: from where threads begin to all Gs */
	void *nursery;
	uint32_t nursery_lock;
} san_tsan;

void AnnotateIgnoreSyncBegin(const char *file, int line);
void AnnotateIgnoreSyncEnd(const char *file, int line);
void AnnotateIgnoreWritesBegin(const char *file, int line);
void AnnotateIgnoreWritesEnd(const char *file, int line);

static inline void san_release(const void *edge)
{
	__tsan_release((void *)edge);
}

static inline void san_acquire(const void *edge)
{
	__tsan_acquire((void *)edge);
}

static inline void san_p_left(const void *p)
{
	if (san_tsan.one_p)
		san_release(p);
}

static inline void san_p_taken(const void *p)
{
	if (san_tsan.one_p)
		san_acquire(p);
}

static inline void san_start(int nproc)
{
	san_tsan.one_p = nproc == 1;
	san_tsan.nursery = __tsan_create_fiber(0);
}

static inline void san_thread(struct san_stack *g0)
{
	*g0 = (struct san_stack){.fiber = __tsan_get_current_fiber()};
	san_release(&san_tsan.threads);
}

static inline void san_unseen_begin(void)
{
	AnnotateIgnoreSyncBegin(__FILE__, __LINE__);
	AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
}

static inline void san_unseen_end(void)
{
	AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
	AnnotateIgnoreSyncEnd(__FILE__, __LINE__);
}

static inline void san_stack_begin(
	struct san_stack *s, const void *lo, const void *hi)
{
	struct san_tsan *t = &san_tsan;
	void *self = __tsan_get_current_fiber();
	uintptr_t end = ((uintptr_t)hi + SAN_PAGE - 1) & -(uintptr_t)SAN_PAGE;

	san_unseen_begin();
	mmap((void *)lo, end - (uintptr_t)lo, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
	san_unseen_end();
	while (__atomic_exchange_n(&t->nursery_lock, 1, __ATOMIC_ACQUIRE))
		__builtin_ia32_pause();
	__tsan_switch_to_fiber(t->nursery, __tsan_switch_to_fiber_no_sync);
	s->fiber = __tsan_create_fiber(0);
	__tsan_switch_to_fiber(self, __tsan_switch_to_fiber_no_sync);
	__atomic_store_n(&t->nursery_lock, 0, __ATOMIC_RELEASE);
}

static inline void san_stack_put(
	struct san_stack *s, const void *lo, const void *hi)
{
}

static inline void san_stack_drop(struct san_stack *s)
{
}

static inline void san_exit(struct san_stack *s)
{
	s->ended = s->fiber;
}

static inline void san_switch(struct san_stack *from, struct san_stack *to)
{
	void *ended = from->ended;

	from->ended = NULL;
	__tsan_switch_to_fiber(
		to->fiber, san_tsan.one_p ? 0 : __tsan_switch_to_fiber_no_sync);
	san_acquire(&san_tsan.threads);
	if (ended)
		__tsan_destroy_fiber(ended);
}

#define SAN_UNSEEN __attribute__((no_sanitize("thread")))

#endif
