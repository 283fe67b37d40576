/* runq.c - the run queue's slow paths: overflow, and the pick by all its rules. */
#include "runq.h"

/*
 * gort_runqput_slow - the ring is full: its older half and g to the global queue.
 *
 * When a thief was faster there is room again.
 * source: Go 1.19 proc.go: runqputslow
 */
void gort_runqput_slow(P *p, G *g)
{
	struct sched *s = &gort_sched;
	struct ends *e = &p->ends[OWN];
	uint32_t head = load_acquire(&e->head), n = GORT_RING ? RUNQ / 2 : 0;
	G *batch[RUNQ / 2];

	gort_plock(&s->globlock);
	for (uint32_t i = 0; i < n; i++)
		batch[i] = load_relaxed(slot(p, OWN, head + i));
	GORT_POINT(overflow);
	if (GORT_RING && (e->tail - head != RUNQ ||
				 !cas_full(&e->head, &head, head + n))) {
		gort_punlock(&s->globlock);
		runqput(p, g);
		return;
	}
	if (s->multi)
		gort_globflush(p);
	gort_queue_put(&s->globq, batch, n);
	queue_put(&s->globq, g);
	gort_punlock(&s->globlock);
	add_relaxed(&p->overflows, 1);
}

/*
 * gort_runqpick - the next G for p by Go's rules, without looking at other Ps.
 *
 * Every 61st slice one of the global queue, else runnext (which inherits the
 * slice: no tick), else the ring, else a share of the global queue.
 */
G *gort_runqpick(P *p)
{
	const bool multi = gort_sched.multi;
	G *g = NULL;

	if (unlikely(p->schedtick == p->due))
		g = gort_globget(p, 1);
	if (likely(!g)) {
		g = runnextget(p, multi);
		if (g)
			return g;
		g = ring_get(p, OWN, multi);
		if (!g)
			g = gort_globget(p, RUNQ / 2);
	}
	if (g)
		tick(p);
	return g;
}
