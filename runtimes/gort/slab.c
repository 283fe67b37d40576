/*
 * slab.c - guarded stacks: slabs of address space, carved once, used for ever.
 *
 *      lo-GUARD      lo                                      hi      slot end
 *         | no access |  64 KiB - guard - colour              | colour |
 *
 * The guard is a page marked by MADV_GUARD_INSTALL where the kernel has it (6.13
 * and later): a mark in the page table, so that any number of stacks is one
 * mapping.  Else mprotect, which costs a mapping a stack; those are made when
 * the descriptor is, so that rt_spawn can refuse.  A stack without a guard is
 * never handed out.
 *
 * Colour: hi differs by 0 to 15 times 192 bytes from stack to stack, or the hot
 * lines of a thousand stacks would fight for the same set of the cache.
 */
#include "gort.h"

#include <sys/mman.h>

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102 /* linux 6.13; libc does not know it yet */
#endif

static struct {
	struct rt_mutex lock;
	bool by_mprotect;
	char *next, *end; /* the slab that is being carved */
	/* slots promised to descriptors and not yet carved; below 0 when free
	 * ones that another P keeps had to be replaced */
	int64_t reserved;
	uint64_t carved;
	char **free; /* the global list of free stacks */
	uint32_t nfree;
} pool;

enum { MAX_STACKS = 1 << 24 };
static const size_t slab_max = (size_t)8 << 30, slab_min = (size_t)1 << 20;

void *gort_reserve(size_t bytes)
{
	void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	return at == MAP_FAILED ? NULL : at;
}

/* pool.lock is held: a new slab, as large as the machine allows */
static bool slab_new(void)
{
	for (size_t size = slab_max; size >= slab_min; size /= 2) {
		char *at = gort_reserve(size);

		if (!at)
			continue;
		madvise(at, size, MADV_NOHUGEPAGE);
		pool.next = (char *)(((uintptr_t)at + STACK - 1) &
				     -(uintptr_t)STACK);
		pool.end = at + size;
		return true;
	}
	return false;
}

static bool guard(char *at)
{
	if (!pool.by_mprotect && madvise(at, GUARD, MADV_GUARD_INSTALL) == 0)
		return true;
	pool.by_mprotect = true;
	return mprotect(at, GUARD, PROT_NONE) == 0;
}

/* pool.lock is held: one more stack, by its hi; NULL when refused */
static char *carve(void)
{
	if (pool.end - pool.next < STACK && !slab_new())
		return NULL;
	char *at = pool.next;

	if (!guard(at))
		return NULL;
	pool.next += STACK;
	return at + STACK - pool.carved++ % COLOURS * COLOUR;
}

/* pool.lock is held: carve one to the free list; false when refused */
static bool carve_free(void)
{
	char *hi = carve();

	if (hi)
		pool.free[pool.nfree++] = hi;
	return hi;
}

/* pool.lock is held: the slab is too small for one more promise.  What it has
 * promised is carved now, then a new one takes its place */
static bool slab_change(void)
{
	for (; pool.reserved > 0; pool.reserved--)
		if (!carve_free())
			return false;
	return slab_new();
}

/*
 * gort_stack_reserve - promise one stack to come; false when it can't be.
 *
 * The very first is carved at once, to see which kind of guard there is.
 */
bool gort_stack_reserve(void)
{
	bool ok = true;

	gort_plock(&pool.lock);
	if (!pool.free)
		ok = (pool.free = gort_reserve(MAX_STACKS * sizeof(char *)));
	if (ok && pool.next + (pool.reserved + 1) * STACK > pool.end)
		ok = slab_change();
	if (ok && (pool.by_mprotect || pool.carved == 0))
		ok = carve_free();
	else if (ok)
		pool.reserved++;
	gort_punlock(&pool.lock);
	return ok;
}

char *gort_stackget_slow(P *p)
{
	char *hi;

	gort_plock(&pool.lock);
	while (p->nstack < GFREE_REFILL && pool.nfree > 0)
		p->stacks[p->nstack++] = pool.free[--pool.nfree];
	if (p->nstack > 0) {
		hi = p->stacks[--p->nstack];
	} else {
		hi = carve();
		pool.reserved--;
	}
	gort_punlock(&pool.lock);
	if (!hi)
		go_fatal("a goroutine stack cannot be guarded");
	return hi;
}

/* nobody stands on hi any more: the caller is on g0 */
void gort_stackput(P *p, char *hi)
{
	if (unlikely(p->nstack == GFREE)) {
		gort_plock(&pool.lock);
		while (p->nstack > GFREE_REFILL)
			pool.free[pool.nfree++] = p->stacks[--p->nstack];
		gort_punlock(&pool.lock);
	}
	p->stacks[p->nstack++] = hi;
}

/* give g, which never ran, a stack */
void gort_stack_bind(P *p, G *g)
{
	char *hi = p->nstack ? p->stacks[--p->nstack] : gort_stackget_slow(p);

	g->hi = hi;
	g->lo = (char *)((uintptr_t)(hi - 1) & -(uintptr_t)STACK) + GUARD;
}

uint64_t gort_stacks(void)
{
	return load_relaxed(&pool.carved);
}
