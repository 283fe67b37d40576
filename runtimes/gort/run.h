/* run.h - what spawn, exit and the scheduler share: begin a G, wake a P. */
#ifndef GORT_RUN_H
#define GORT_RUN_H

#include "runq.h"

/* an M on g0 leaves it for g; its P counts the slice already */
static inline __attribute__((noreturn)) void execute(P *p, G *g)
{
	p->g = g;
	if (g->sp)
		gort_gogo(g->sp);
	gort_stack_bind(p, g);
	gort_enter(g->hi, g->fn, g->arg);
}

/* An idle P exists and nobody looks for work: wake one.  ORDER submit: the queue
 * was written, a full barrier behind it, before npidle and nmspinning are
 * read here; idle.c does it the other way round. */
static inline void wakep(void)
{
	struct sched *s = &gort_sched;

	if (unlikely(load_full(&s->npidle) > 0) &&
		load_full(&s->nmspinning) == 0)
		gort_startm();
}

#endif
