/*
 * gfree.c - Gs: made one mapping each, never unmade, used again last in first
 * out.
 *
 * A guard and its stack are two entries of the kernel's map, so the machine
 * refuses at about half of vm.max_map_count; then nothing has changed.
 */
#include <errno.h>
#include <sys/mman.h>

#include "uc.h"

static struct {
	struct rt_mutex lock;
	struct ucg *free;
	struct ucg *first, *last; /* all ever made; walked without the lock */
} pool;

static char *map(void)
{
	san_unseen_begin();
	char *map = mmap(NULL, UC_MAP, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	san_unseen_end();
	if (map == MAP_FAILED)
		return NULL;
	if (mprotect(map, UC_GUARD, PROT_NONE) == 0)
		return map;
	munmap(map, UC_MAP);
	errno = ENOMEM;
	return NULL;
}

static struct ucg *make(void)
{
	char *at = map();

	if (!at)
		return NULL;
	struct ucg *g = (struct ucg *)(at + UC_MAP) - 1;

	g->lo = at + UC_GUARD;
	uc_lock(&pool.lock);
	__atomic_store_n(pool.last ? &pool.last->next : &pool.first, g,
		__ATOMIC_RELEASE);
	pool.last = g;
	uc_unlock(&pool.lock);
	return g;
}

/* NULL and errno */
struct ucg *uc_gfget(void)
{
	uc_lock(&pool.lock);
	struct ucg *g = pool.free;

	if (g)
		pool.free = g->link;
	uc_unlock(&pool.lock);
	return g ? g : make();
}

/* Its stack has been left. */
void uc_gfput(struct ucg *g)
{
	san_stack_put(&g->san, g->lo, uc_hi(g));
	uc_lock(&pool.lock);
	g->link = pool.free;
	pool.free = g;
	uc_unlock(&pool.lock);
}

void rt_each(bool (*visit)(G *g, void *arg), void *arg)
{
	struct ucg *g = __atomic_load_n(&pool.first, __ATOMIC_ACQUIRE);

	for (; g; g = __atomic_load_n(&g->next, __ATOMIC_ACQUIRE))
		if (__atomic_load_n(&g->g.id, __ATOMIC_ACQUIRE) &&
			!visit(&g->g, arg))
			return;
}
