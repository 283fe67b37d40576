/*
 * gfree.c - Gs: a thread each, never ended, used again last in first out.
 */
#include <errno.h>
#include <stdlib.h>

#include "pt.h"

static struct {
	struct rt_mutex lock;
	struct ptg *free;
	struct ptg *first, *last; /* all ever made; walked without the lock */
} pool;

static struct ptg *make(void)
{
	struct ptg *g = calloc(1, sizeof(*g));

	if (!g)
		return NULL;
	int refused = pt_thread(g);

	if (refused) {
		free(g);
		errno = refused;
		return NULL;
	}
	rt_lock(&pool.lock);
	__atomic_store_n(pool.last ? &pool.last->next : &pool.first, g,
		__ATOMIC_RELEASE);
	pool.last = g;
	rt_unlock(&pool.lock);
	return g;
}

/* NULL and errno */
struct ptg *pt_gfget(void)
{
	rt_lock(&pool.lock);
	struct ptg *g = pool.free;

	if (g)
		pool.free = g->link;
	rt_unlock(&pool.lock);
	return g ? g : make();
}

/* Its thread may run on for a moment, but leaves g alone until `go`. */
void pt_gfput(struct ptg *g)
{
	rt_lock(&pool.lock);
	g->link = pool.free;
	pool.free = g;
	rt_unlock(&pool.lock);
}

void rt_each(bool (*visit)(G *g, void *arg), void *arg)
{
	struct ptg *g = __atomic_load_n(&pool.first, __ATOMIC_ACQUIRE);

	for (; g; g = __atomic_load_n(&g->next, __ATOMIC_ACQUIRE))
		if (__atomic_load_n(&g->g.id, __ATOMIC_ACQUIRE) &&
			!visit(&g->g, arg))
			return;
}
