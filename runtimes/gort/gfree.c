/* gfree.c - descriptors: made in batches, never unmade, passed on in batches. */
#include "gfree.h"

#include <errno.h>

enum { MAX_DESCRIPTORS = 1 << 24 };

/* a descriptor starts a line of its own, and the one after it is its cold half */
struct slot {
	G g;
} __attribute__((aligned(2 * CACHE_LINE)));

static struct {
	struct rt_mutex lock;
	struct slot *slots; /* all ever made: [0, made) */
	G **free;           /* the global free list, last in first out */
	uint32_t nfree;
	uint64_t made;
} pool;

/* the youngest 33 of a full P, youngest first, to the global list */
void gort_gfput_slow(P *p)
{
	gort_plock(&pool.lock);
	while (p->ngfree >= GFREE_REFILL)
		pool.free[pool.nfree++] = p->gfree[--p->ngfree];
	gort_punlock(&pool.lock);
}

static bool pool_init(void)
{
	if (!pool.slots)
		pool.slots =
			gort_reserve(MAX_DESCRIPTORS * sizeof(struct slot));
	if (!pool.free)
		pool.free = gort_reserve(MAX_DESCRIPTORS * sizeof(G *));
	return pool.slots && pool.free;
}

/* pool.lock is held: one new descriptor, and address space for its stack */
static G *make(void)
{
	if (pool.made == MAX_DESCRIPTORS || !pool_init() ||
		!gort_stack_reserve())
		return NULL;
	store_release(&pool.made, pool.made + 1);
	return &pool.slots[pool.made - 1].g;
}

G *gort_gfget_slow(P *p)
{
	gort_plock(&pool.lock);
	while (p->ngfree < GFREE_REFILL && pool.nfree > 0)
		p->gfree[p->ngfree++] = pool.free[--pool.nfree];
	G *g = p->ngfree > 0 ? p->gfree[--p->ngfree] : make();
	gort_punlock(&pool.lock);
	if (!g)
		errno = ENOMEM;
	return g;
}

uint64_t gort_descriptors(void)
{
	return load_acquire(&pool.made);
}

G *gort_descriptor(uint64_t i)
{
	return &pool.slots[i].g;
}
