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

#endif
