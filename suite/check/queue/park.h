/* park.h - Gs that park in turn, at one P, to be readied by number. */
#ifndef CHECK_QUEUE_PARK_H
#define CHECK_QUEUE_PARK_H

#include "suite.h"

static G *parked[8];

static inline void park_then_note(void *i)
{
	parked[(intptr_t)i] = rt_self();
	rt_park(NULL, NULL, "check");
	note("g%d", (int)(intptr_t)i);
}

static inline void note_number(void *i)
{
	note("s%d", (int)(intptr_t)i);
}

/* Gs 1..n wait when it returns */
static inline void park_n(int n)
{
	spawn_n(n, park_then_note);
	rt_yield();
}

#endif
