#include "fib.h"

BENCH("fib(30) on two Ps: a G for fib(n - 1), the rest in place, then a wait",
	.unit = "fork", .limit = "limit/switch_asm", .procs = 2,
	.live = FORKS_30, .n = FORKS_30, .full = true)
{
	fib_lap(lap, 30, FIB_30, FORKS_30);
}
