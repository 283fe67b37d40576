/*
 * slab.c - guarded stacks: slabs of address space, carved once, used for ever.
 *
 * The guard is a page marked by MADV_GUARD_INSTALL where the kernel has it (6.13
 * and later): a mark in the page table, so that any number of stacks is one
 * mapping.  Else mprotect, which costs a mapping a stack; those are made when
 * the descriptor is, so that rt_spawn can refuse.  A stack without a guard is
 * never handed out.
 *
 * A stack that is carved is in use, or free: at a P (up to 64), or in the pool.
 * Free ones whose pages were given back to the kernel are apart, and come last
 * (scavenge.c).
 */
#include "slab.h"

#include <sys/mman.h>
#include <sys/uio.h>

#include "sysmon.h"

/* libc does not know them yet */
#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102 /* linux 6.13 */
#endif
#ifndef PIDFD_SELF_PROCESS
#define PIDFD_SELF_PROCESS -10001 /* linux 6.14 */
#endif

struct stack_pool gort_stack_pool;

enum { SLABS_MAX = 4096 };
static const size_t slab_max = GORT_SLAB, slab_min = 16 * STACK;

static struct slab {
	char *next, *end;
} slabs[SLABS_MAX];

void *gort_reserve(size_t bytes)
{
	san_unseen_begin();
	void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	san_unseen_end();
	return at == MAP_FAILED ? NULL : at;
}

/* pool.lock is held: one more slab, as large as the machine allows */
static bool slab_new(struct stack_pool *pool)
{
	for (size_t size = slab_max; size >= slab_min; size /= 2) {
		char *at = pool->nslabs < SLABS_MAX ? gort_reserve(size) : NULL;
		struct slab *slab = &slabs[pool->nslabs];

		if (!at)
			continue;
		madvise(at, size, MADV_NOHUGEPAGE);
		slab->next = stack_slot(at + STACK);
		slab->end = stack_slot(at + size + 1);
		pool->room += (slab->end - slab->next) / STACK;
		pool->nslabs++;
		return true;
	}
	return false;
}

/* n guards by one call, which costs half of n calls; not every kernel can */
static bool mark_at_once(char *slot, uint32_t n)
{
	struct iovec guards[GFREE_REFILL + 1];

	for (uint32_t i = 0; i < n; i++)
		guards[i] = (struct iovec){slot + (size_t)i * STACK, GUARD};
	return syscall(SYS_process_madvise, PIDFD_SELF_PROCESS, guards, n,
		       MADV_GUARD_INSTALL, 0) == (long)n * GUARD;
}

static bool guard(struct stack_pool *pool, char *slot)
{
	if (GORT_MARK && !pool->by_mprotect &&
		madvise(slot, GUARD, MADV_GUARD_INSTALL) == 0)
		return true;
	pool->by_mprotect = true;
	return mprotect(slot, GUARD, PROT_NONE) == 0;
}

/* how many of n slots have a guard now, from the first on */
static uint32_t guard_slots(struct stack_pool *pool, char *slot, uint32_t n)
{
	uint32_t done = 0;

	if (!GORT_GUARD ||
		(n > 1 && !pool->by_mprotect && mark_at_once(slot, n)))
		return n;
	while (done < n && guard(pool, slot + (size_t)done * STACK))
		done++;
	return done;
}

/* pool.lock is held: up to n more stacks, by their hi, to his; how many there
 * are, 0 when refused */
static uint32_t carve(struct stack_pool *pool, char **his, uint32_t n)
{
	if (pool->room == 0 && !slab_new(pool))
		return 0;
	while (slabs[pool->slab].next == slabs[pool->slab].end)
		pool->slab++;
	struct slab *slab = &slabs[pool->slab];
	uint32_t left = (slab->end - slab->next) / STACK;

	n = guard_slots(pool, slab->next, n < left ? n : left);
	for (uint32_t i = 0; i < n; i++, slab->next += STACK)
		his[i] = stack_hi(slab->next);
	pool->room -= n;
	pool->carved += n;
	return n;
}

/* pool.lock is held: carve one to the free list; false when refused */
static bool carve_free(struct stack_pool *pool)
{
	char *hi;

	if (!carve(pool, &hi, 1))
		return false;
	queue_put(&pool->free, hi);
	return true;
}

/*
 * gort_stack_reserve - promise one stack to come, for a new descriptor; false
 * when it can't be.
 *
 * Live Gs need as many stacks as there are descriptors, at most; more than those
 * are carved only because free ones lie at other Ps, or on their way through
 * scavenge: as many as that are promised beside them.
 */
bool gort_stack_reserve(void)
{
	struct stack_pool *pool = &gort_stack_pool;
	uint64_t n = (uint64_t)gort_sched.nproc * GFREE + SCAVENGE_BATCH +
	             pool->promised + 1;
	bool ok;

	gort_lock(&pool->lock);
	ok = gort_queue_reserve(&pool->free, n) &&
	     gort_queue_reserve(&pool->given_back, n);
	while (ok && pool->carved + pool->room < n)
		ok = slab_new(pool);
	if (ok && pool->carved == 0)
		ok = carve_free(pool); /* to see which kind of guard there is */
	while (ok && pool->by_mprotect && pool->carved < n)
		ok = carve_free(pool);
	pool->promised += ok;
	gort_unlock(&pool->lock);
	return ok;
}

/* p has none: used ones, or one whose pages are gone, or new ones, as many as there
 * are already, at most */
char *gort_stackget_slow(P *p)
{
	struct stack_pool *pool = &gort_stack_pool;

	gort_lock(&pool->lock);
	while (p->nstack < GFREE_REFILL && queue_len(&pool->free))
		p->stacks[p->nstack++] = queue_pop(&pool->free);
	if (queue_len(&pool->free) < pool->low)
		pool->low = queue_len(&pool->free);
	if (p->nstack == 0 && queue_len(&pool->given_back))
		p->stacks[p->nstack++] = queue_pop(&pool->given_back);
	if (p->nstack == 0)
		p->nstack = carve(pool, p->stacks,
			pool->carved < GFREE_REFILL ? pool->carved + 1
						    : GFREE_REFILL);
	gort_unlock(&pool->lock);
	if (p->nstack == 0)
		go_fatal("a goroutine stack cannot be guarded");
	return p->stacks[--p->nstack];
}

/* p holds as many free stacks as it may: the youngest half to the pool */
void gort_stackput_slow(P *p)
{
	struct stack_pool *pool = &gort_stack_pool;

	gort_lock(&pool->lock);
	while (p->nstack > GFREE_REFILL)
		queue_put(&pool->free, p->stacks[--p->nstack]);
	gort_unlock(&pool->lock);
	GORT_POINT(stackput);
	if (gort_scavenge_needed())
		gort_sysmon_needed();
}

/* never to be used again: its pages at least go back */
void gort_stack_drop(char *hi)
{
	char *slot = stack_slot(hi);

	san_stack_put(stack_san(hi), slot + GUARD, hi);
	san_stack_drop(stack_san(hi));
	madvise(slot + GUARD, STACK - GUARD, MADV_DONTNEED);
}

uint64_t gort_stacks(void)
{
	return load_relaxed(&gort_stack_pool.carved);
}
