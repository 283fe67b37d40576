/*
 * queue.h - fill the queue of this P while the other one is held by a blocker,
 * then let that one loose: it finds n Gs in the queue of a P that never stops,
 * and runs them all, one by one.
 */
#ifndef CHECK_STEAL_QUEUE_H
#define CHECK_STEAL_QUEUE_H

#include "spin.h"

enum { STEAL_MAX = 512 };

static int stolen[STEAL_MAX];
static atomic_int thefts, held, filled, elsewhere, victim;

static inline void blocker(void *unused)
{
	held = 1;
	spin_until(filled);
}

static inline void stolen_note(void *i)
{
	stolen[thefts] = (int)(intptr_t)i;
	elsewhere += rt_proc() != victim;
	thefts++;
}

static inline void steal_n(int n)
{
	thefts = held = filled = elsewhere = 0;
	victim = rt_proc();
	rt_spawn(blocker, NULL);
	spin_until(held);
	spawn_n(n, stolen_note);
	filled = 1;
	spin_until(thefts == n);
	witness("Gs run by the thief", elsewhere, n);
}

#endif
