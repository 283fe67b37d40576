/* dead.c - can any G ever run again? */
#include "idle.h"
#include "runq.h"

/* is any M in a blocking section?  sched.lock is held */
static bool any_blocked(void)
{
	for (uint32_t i = 0; i < gort_sched.nms; i++)
		if (load_acquire(&gort_sched.ms[i].blocked))
			return true;
	return false;
}

/*
 * sched.lock is held: no G runs, none is queued, none is in the kernel, and
 * nobody outside may ready one.
 *
 * A G leaves a blocking section with a P, which is not idle then, or is queued
 * in `injected` under the lock before it counts as no longer blocked.
 */
bool gort_dead(void)
{
	struct sched *s = &gort_sched;

	return s->npidle == (uint32_t)s->nproc && load_full(&s->hold) <= 0 &&
	       !any_blocked() && !gort_work_exists();
}

void rt_hold(int delta)
{
	struct sched *s = &gort_sched;

	if (delta > 0)
		s->shared = true;
	if (add_full(&s->hold, delta) > 0 || delta >= 0)
		return;
	GORT_POINT(hold);
	gort_lock(&s->lock);
	bool dead = s->nproc > 0 && gort_dead();

	gort_unlock(&s->lock);
	if (dead)
		go_deadlock();
}
