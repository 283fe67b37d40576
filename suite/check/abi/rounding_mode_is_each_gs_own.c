#include <xmmintrin.h>

#include "suite.h"

enum { ROUNDS = 100 };

static atomic_int ended, wrong;

/* a third is between two doubles: which one is taken shows the mode */
static __attribute__((noinline)) double third(volatile double one)
{
	return one / 3;
}

static void worker(void *i)
{
	static const unsigned mode[2] = {_MM_ROUND_UP, _MM_ROUND_DOWN};
	double want;

	_MM_SET_ROUNDING_MODE(mode[(intptr_t)i - 1]);
	want = third(1);
	for (int round = 0; round < ROUNDS; round++) {
		rt_yield();
		wrong += _MM_GET_ROUNDING_MODE() != mode[(intptr_t)i - 1];
		wrong += third(1) != want;
	}
	ended++;
}

CHECK("a G that sets its rounding mode keeps it, and nobody else gets it",
	.clause = "abi.fpenv", .source = "psABI 3.2.1: mxcsr, x87 control word",
	.needs = RT_FPENV)
{
	spawn_n(2, worker);
	until(ended == 2);
	EXPECT_EQ(wrong, 0);
	EXPECT_EQ(_MM_GET_ROUNDING_MODE(), _MM_ROUND_NEAREST);
}
