/* run.h - how a G comes to run: from g0, or straight from the one before. */
#ifndef GORT_RUN_H
#define GORT_RUN_H

#include "idle.h"
#include "runq.h"
#include "stack.h"

/* sched.c */
G *gort_pick(P *p);
void gort_schedule(void) __attribute__((noreturn));

/* the tools' view of a switch from self to next: see sanitize.h */
static always_inline void san_to_g(struct san_stack *from, G *next)
{
	san_switch(from, stack_san(next->sp));
	san_acquire(next);
}

/* the hi of a stack for next, which never ran and is switched to at once */
static always_inline char *fresh_stack(P *p, G *next, struct san_stack *from)
{
	char *hi = stack_bind(p, next);

	san_to_g(from, next);
	return hi;
}

/* an M leaves the stack with this record for good, for g; its P counts the slice
 * already */
static always_inline __attribute__((noreturn)) void execute_from(
	struct san_stack *from, P *p, G *g)
{
	p->g = g;
	GORT_POINT(execute);
	if (!is_fresh(g)) {
		san_to_g(from, g);
		gort_gogo(g->sp);
	}
	gort_enter(fresh_stack(p, g, from), g->fn, g->arg);
}

/* an M on g0 leaves it for g */
static inline __attribute__((noreturn)) void execute(P *p, G *g)
{
	execute_from(&p->m->san, p, g);
}

/* sched.c: the rest of submit, when it takes more than a few instructions */
uint64_t gort_submit_slow(P *p, G *kicked, uint64_t id);

/*
 * submit - g is runnable: it takes runnext, who was there goes to the ring, and
 * an idle P is woken if nobody looks for work.  Returns id.
 *
 * ORDER submit: with more Ps what was written to queues is seen by all before
 * npidle is read; see suite/model/submit_idle.pml.
 */
static always_inline uint64_t submit(P *p, G *g, uint64_t id)
{
	const bool multi = gort_sched.multi;
	G *kicked = multi ? runnextput(p, g, true) : runnextput(p, g, false);

	if (kicked) {
		if (!runq_room(p))
			return gort_submit_slow(p, kicked, id);
		runqput_quick(p, kicked);
	}
	if (!multi)
		return id;
	GORT_POINT(submit);
	full_barrier();
	return wakep_needed() ? gort_submit_slow(p, NULL, id) : id;
}

/* next can be run without a slow step */
static always_inline bool is_at_hand(P *p, G *next)
{
	return likely(!is_fresh(next)) || !GORT_LATE_STACK || likely(p->nstack);
}

/*
 * switch_to - from the running G to next.
 *
 *   commit, value   *commit = value as soon as self is saved and its stack is
 *                   not touched any more: from then on others may run it
 */
static always_inline void switch_to(
	P *p, G *self, G *next, uint32_t *commit, uint32_t value)
{
	p->g = next;
	GORT_POINT(switch);
	san_release(commit);
	if (likely(!is_fresh(next))) {
		san_to_g(stack_san(self->sp), next);
		gort_switch(&self->sp, next->sp, commit, value);
	} else {
		gort_switch_enter(&self->sp,
			fresh_stack(p, next, stack_san(self->sp)), commit,
			value, next->fn, next->arg);
	}
}

/*
 * May the running G go straight to the next one?  Not while Gs wait to be taken
 * over from other threads, nor while any G is tied to an M: g0 sees to that.
 *
 * Asked after the pick: a G is tied before it is queued, and who takes it from
 * a queue sees what was done before.
 */
static always_inline bool may_go_direct(void)
{
	return GORT_DIRECT && likely(load_relaxed(&gort_sched.detours) == 0);
}

/* g0 with next in hand, if there is one: the running G is saved, then fn(self) */
static always_inline void go_to_g0(P *p, G *self, G *next, void (*fn)(G *))
{
	p->handoff = next;
	GORT_POINT(mcall);
	san_switch(stack_san(self->sp), &p->m->san);
	gort_mcall(&self->sp, p->g0sp, fn, self);
}

#endif
