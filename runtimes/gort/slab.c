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

#include "sysmon.h"

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102 /* linux 6.13; libc does not know it yet */
#endif

struct stack_pool gort_stack_pool;

enum { SLABS_MAX = 4096 };
static const size_t slab_max = (size_t)8 << 30, slab_min = 16 * STACK;

static struct slab {
	char *next, *end;
} slabs[SLABS_MAX];

void *gort_reserve(size_t bytes)
{
	void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

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

static bool guard(struct stack_pool *pool, char *at)
{
	if (!GORT_GUARD)
		return true;
	if (!pool->by_mprotect && madvise(at, GUARD, MADV_GUARD_INSTALL) == 0)
		return true;
	pool->by_mprotect = true;
	return mprotect(at, GUARD, PROT_NONE) == 0;
}

/* pool.lock is held: one more stack, by its hi; NULL when refused */
static char *carve(struct stack_pool *pool)
{
	if (pool->room == 0 && !slab_new(pool))
		return NULL;
	while (slabs[pool->slab].next == slabs[pool->slab].end)
		pool->slab++;
	struct slab *slab = &slabs[pool->slab];

	if (!guard(pool, slab->next))
		return NULL;
	slab->next += STACK;
	pool->room--;
	pool->carved++;
	return stack_hi(slab->next - STACK);
}

/* pool.lock is held: carve one to the free list; false when refused */
static bool carve_free(struct stack_pool *pool)
{
	char *hi = carve(pool);

	if (hi)
		queue_put(&pool->free, hi);
	return hi;
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
	uint64_t astray = (uint64_t)gort_sched.nproc * GFREE + SCAVENGE_BATCH;
	bool ok = true;

	gort_lock(&pool->lock);
	while (ok && pool->carved + pool->room < pool->promised + astray + 1)
		ok = slab_new(pool);
	if (ok && pool->carved == 0)
		ok = carve_free(pool); /* to see which kind of guard there is */
	while (ok && pool->by_mprotect &&
		pool->carved < pool->promised + astray + 1)
		ok = carve_free(pool);
	pool->promised += ok;
	gort_unlock(&pool->lock);
	return ok;
}

char *gort_stackget_slow(P *p)
{
	struct stack_pool *pool = &gort_stack_pool;
	char *hi;

	gort_lock(&pool->lock);
	while (p->nstack < GFREE_REFILL && queue_len(&pool->free))
		p->stacks[p->nstack++] = queue_pop(&pool->free);
	if (queue_len(&pool->free) < pool->low)
		pool->low = queue_len(&pool->free);
	if (p->nstack > 0)
		hi = p->stacks[--p->nstack];
	else if (queue_len(&pool->given_back))
		hi = queue_pop(&pool->given_back);
	else
		hi = carve(pool);
	gort_unlock(&pool->lock);
	if (!hi)
		go_fatal("a goroutine stack cannot be guarded");
	return hi;
}

/* p holds as many free stacks as it may: the youngest half to the pool */
void gort_stackput_slow(P *p)
{
	struct stack_pool *pool = &gort_stack_pool;

	gort_lock(&pool->lock);
	while (p->nstack > GFREE_REFILL)
		queue_put(&pool->free, p->stacks[--p->nstack]);
	gort_unlock(&pool->lock);
	if (gort_scavenge_needed())
		gort_sysmon_needed();
}

/* never to be used again: its pages at least go back */
void gort_stack_drop(char *hi)
{
	char *slot = stack_slot(hi);

	madvise(slot + GUARD, STACK - GUARD, MADV_DONTNEED);
}

uint64_t gort_stacks(void)
{
	return load_relaxed(&gort_stack_pool.carved);
}
