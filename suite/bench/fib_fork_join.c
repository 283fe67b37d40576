#include "fib.h"

BENCH("fib(20) on two Ps: a G for fib(n - 1), the rest in place, then a wait",
	.unit = "fork", .limit = "limit/switch_asm", .procs = 2,
	.live = FORKS_20, .n = FORKS_20)
{
	fib_lap(lap, 20, FIB_20, FORKS_20);
}
