/* spin.h - wait without giving the P away, but let the machine go on. */
#ifndef CHECK_STEAL_SPIN_H
#define CHECK_STEAL_SPIN_H

#include <sched.h>

#include "suite.h"

#define spin_until(cond)                                   \
	do {                                               \
		for (unsigned turn_ = 1; !(cond); turn_++) \
			spin_turn(turn_);                  \
	} while (0)

static inline void spin_turn(unsigned turn)
{
	if (turn % 256 == 0)
		sched_yield();
}

/* to the moment that counts: a P is just given up, its M does not sleep yet */
static inline void spin_until_one_idles(void)
{
	for (unsigned look = 1; look < 20000 && rt_stat("idle") == 0; look++)
		spin_turn(look);
}

#endif
