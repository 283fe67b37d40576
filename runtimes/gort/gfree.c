/* gfree.c - descriptors: made in batches, never unmade, passed on in batches. */
#include "gfree.h"

#include <errno.h>
#include <sys/mman.h>

#include "globq.h"
#include "stack.h"

enum { DESCRIPTORS_MOST = 1 << 24, DESCRIPTORS_LEAST = 1 << 12 };

static struct {
	struct rt_mutex lock;
	G *all;   /* all ever made: [0, made) */
	G **free; /* the global free list, last in first out */
	uint32_t nfree;
	uint64_t made, most;
} pool;

/* n from the top of one list to the top of another, the topmost first */
static void pass(G **to, G *const *top, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		to[i] = *--top;
}

/* the youngest 33 of a full P, youngest first, to the global list */
void gort_gfput_slow(P *p)
{
	uint32_t n = p->ngfree - GFREE_REFILL + 1;

	gort_plock(&pool.lock);
	pass(pool.free + pool.nfree, p->gfree + p->ngfree, n);
	pool.nfree += n;
	gort_punlock(&pool.lock);
	p->ngfree -= n;
}

/* address space for as many as the machine allows */
static bool pool_init(void)
{
	for (pool.most = DESCRIPTORS_MOST; pool.most >= DESCRIPTORS_LEAST;
		pool.most /= 2) {
		pool.all = gort_reserve(pool.most * sizeof(G));
		pool.free = gort_reserve(pool.most * sizeof(G *));
		if (pool.all && pool.free)
			return true;
		if (pool.all)
			munmap(pool.all, pool.most * sizeof(G));
		if (pool.free)
			munmap(pool.free, pool.most * sizeof(G *));
	}
	pool.all = NULL;
	return false;
}

/* pool.lock is held: one new descriptor, and all that its G will need to run */
static G *make(void)
{
	if (!pool.all && !pool_init())
		return NULL;
	if (pool.made == pool.most || !gort_queues_reserve(pool.made + 1) ||
		!gort_stack_reserve())
		return NULL;
	store_release(&pool.made, pool.made + 1);
	return &pool.all[pool.made - 1];
}

/* p has none: up to 32 from the global list, or a new one; false and errno when
 * refused */
bool gort_gfget_slow(P *p)
{
	uint32_t n;

	gort_plock(&pool.lock);
	n = pool.nfree < GFREE_REFILL ? pool.nfree : GFREE_REFILL;
	if (n > 0) {
		pass(p->gfree, pool.free + pool.nfree, n);
		pool.nfree -= n;
	} else if ((p->gfree[0] = make())) {
		n = 1;
	}
	gort_punlock(&pool.lock);
	p->ngfree = n;
	if (n == 0)
		errno = ENOMEM;
	return n;
}

uint64_t gort_descriptors(void)
{
	return load_acquire(&pool.made);
}

G *gort_descriptor(uint64_t i)
{
	return &pool.all[i];
}
