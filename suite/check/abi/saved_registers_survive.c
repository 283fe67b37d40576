#include "suite.h"

enum { GS = 6, ROUNDS = 300 };

static atomic_int ended, lost;

static void short_lived(void *unused)
{
	rt_yield();
}

/* six values that are wanted in registers before and after each switch */
static __attribute__((noinline)) int keep(long x, int how)
{
	long a = x ^ 1, b = x * 3, c = x + 5, d = x * 7, e = x ^ 11, f = x - 13;

	__asm__ volatile(
		""
		: "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f));
	if (how)
		rt_yield();
	else
		rt_spawn(short_lived, NULL);
	__asm__ volatile(
		""
		: "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f));
	return a == (x ^ 1) && b == x * 3 && c == x + 5 && d == x * 7 &&
	       e == (x ^ 11) && f == x - 13;
}

static void worker(void *i)
{
	for (long round = 0; round < ROUNDS; round++)
		lost += !keep((intptr_t)i * 1000003 + round, round % 8);
	ended++;
}

CHECK("what the ABI gives to the callee is as it was after every switch",
	.clause = "abi.callee-saved",
	.source = "psABI 3.2.1; Go 1.19 asm_amd64.s: mcall")
{
	spawn_n(GS, worker);
	until(ended == GS);
	EXPECT_EQ(lost, 0);
}
