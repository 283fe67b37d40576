/* life.c - a G's first and last moment: spawn and exit. */
#include "gfree.h"
#include "locked.h"
#include "run.h"

/* ids come to a P in batches; source: Go 1.19 proc.go: newproc1 */
static never_inline void more_ids(P *p)
{
	p->idend = add_relaxed(&gort_sched.idgen, ID_BATCH);
	p->id = p->idend - ID_BATCH;
}

/* p has a free G and an id left */
static always_inline uint64_t spawn(
	P *p, void (*fn)(void *), void *arg, void *created)
{
	G *g = gfget_quick(p);
	uint64_t id = ++p->id;

	g->fn = fn;
	g->arg = arg;
	g->parent = p->g ? p->g->id : 0;
	g->created = created;
	if (!GORT_LATE_STACK)
		g->sp = stackget(p) + 1;
	store_release(&g->id, id);
	san_release(g);
	GORT_POINT(spawn);
	return submit(p, g, id);
}

static never_inline uint64_t spawn_slow(
	P *p, void (*fn)(void *), void *arg, void *created)
{
	if (!fn)
		go_fatal("go of nil func value");
	if (p->ngfree == 0 && !gort_gfget_slow(p))
		return 0;
	if (p->id == p->idend)
		more_ids(p);
	return spawn(p, fn, arg, created);
}

uint64_t rt_spawn(void (*fn)(void *), void *arg)
{
	P *p = getp();
	void *created = __builtin_return_address(0);

	if (unlikely(!fn || p->ngfree == 0 || p->id == p->idend))
		return spawn_slow(p, fn, arg, created);
	return spawn(p, fn, arg, created);
}

/* on g0: nobody stands any more on the stack of the one that has ended */
static void exit0(G *unused)
{
	P *p = getp();

	stackput(p, p->left);
	gort_schedule();
}

/* the same, of one that was tied to its M: the thread ends with it */
static void exit_tied0(G *unused)
{
	P *p = getp();
	M *m = p->m;

	stackput(p, p->left);
	GORT_POINT(exit_tied);
	gort_handoffp(gort_releasep(m));
	gort_mexit(m);
}

/* next is NULL, or was picked already; hi: the stack that is to be left */
static never_inline __attribute__((noreturn)) void exit_slow(
	P *p, G *next, char *hi, void (*fn)(G *))
{
	p->handoff = next;
	p->left = hi;
	san_switch(stack_san(hi), &p->m->san);
	gort_leave(p->g0sp, fn, NULL);
}

/* the stack [.., hi) goes from the one that has ended to next */
static always_inline char *inherit(G *next, char *hi)
{
	stack_take(next, hi);
	san_to_g(stack_san(hi), next);
	return hi;
}

/*
 * rt_exit: from the dead one to the next.
 *
 * The descriptor may be used by anybody as soon as it is on gfree.  The stack is
 * this one: a fresh G that follows begins again at its top; else it is put among
 * those of this P, from which nobody takes before this P runs another G, and by
 * then it has been left.  Only what may hand stacks on to others, or ends up
 * without a next G, is done on g0.
 */
void rt_exit(void)
{
	P *p = getp();
	G *g = p->g, *next;
	char *hi = stack_hi(stack_slot(__builtin_frame_address(0)));
	bool tied = unlikely(gort_sched.nlocked) && p->m->lockedg == g;

	if (unlikely(tied))
		gort_untie(p->m);
	san_release(g);
	san_exit(stack_san(hi));
	g->sp = NULL;
	store_release(&g->id, 0);
	GORT_POINT(exit);
	gfput(p, g);
	GORT_POINT(exit_free);
	if (unlikely(tied))
		exit_slow(p, NULL, hi, exit_tied0);
	next = gort_sched.multi ? pick_quick(p, true) : pick_quick(p, false);
	if (unlikely(!next))
		next = gort_runqpick(p);
	if (unlikely(!next || !may_go_direct() || !GORT_RECYCLE ||
		     (!SAN_INHERIT && is_fresh(next))))
		exit_slow(p, next, hi, exit0);
	p->g = next;
	if (GORT_LATE_STACK && is_fresh(next))
		gort_enter(inherit(next, hi), next->fn, next->arg);
	if (unlikely(p->nstack == GFREE))
		exit_slow(p, next, hi, exit0);
	stackput_quick(p, hi);
	execute_from(stack_san(hi), p, next);
}

G *rt_self(void)
{
	P *p = getp();
	M *m;

	if (likely(p != NULL))
		return p->g;
	m = getm();
	return m ? m->blocked : NULL;
}

int rt_proc(void)
{
	return getp()->index;
}
