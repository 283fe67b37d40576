/* overflow.h - run off the end of a stack. */
#ifndef CHECK_FATAL_OVERFLOW_H
#define CHECK_FATAL_OVERFLOW_H

#include "suite.h"

static __attribute__((noinline)) int dive(volatile char *above, int depth)
{
	volatile char mine[512];

	mine[0] = above[0];
	return depth > 0 ? dive(mine, depth - 1) + mine[0] : 0;
}

static inline void overflow_the_stack(void)
{
	volatile char top = 1;

	dive(&top, 1 << 24);
}

#endif
