/* life.c - a G's first and last moment: spawn and exit. */
#include "gfree.h"
#include "run.h"

uint64_t rt_spawn(void (*fn)(void *), void *arg)
{
	P *p = getp();
	G *g;
	uint64_t id;

	if (unlikely(!fn))
		go_fatal("go of nil func value");
	g = gfget(p);
	if (unlikely(!g))
		return 0;
	if (unlikely(p->id == p->idend)) {
		p->idend = add_relaxed(&gort_sched.idgen, ID_BATCH);
		p->id = p->idend - ID_BATCH;
	}
	id = ++p->id;
	g->fn = fn;
	g->arg = arg;
	g->parent = p->g ? p->g->id : 0;
	g->created = __builtin_return_address(0);
	store_release(&g->id, id);
	GORT_POINT(spawn);
	runqput_next(p, g);
	wakep();
	return id;
}

/* on g0: nobody stands on g's stack any more */
static void exit0(G *g)
{
	P *p = getp();
	G *next = p->handoff;

	gort_stackput(p, g->hi);
	g->lo = g->hi = NULL;
	gfput(p, g);
	if (next)
		execute(p, next);
	gort_schedule();
}

/*
 * rt_exit: a fresh G that follows takes the stack over, from its top; the
 * descriptor may be used by others as soon as it is on gfree, but the stack is
 * not the descriptor's any more then.
 */
void rt_exit(void)
{
	P *p = getp();
	G *g = p->g, *next = runqpick(p, false);

	store_release(&g->id, 0);
	g->sp = NULL;
	g->panics = NULL;
	if (next && !next->sp) {
		next->lo = g->lo;
		next->hi = g->hi;
		g->lo = g->hi = NULL;
		gfput(p, g);
		p->g = next;
		gort_enter(next->hi, next->fn, next->arg);
	}
	p->handoff = next;
	gort_leave(p->g0sp, exit0, g);
}

G *rt_self(void)
{
	P *p = getp();

	return p ? p->g : NULL;
}

int rt_proc(void)
{
	return getp()->index;
}
