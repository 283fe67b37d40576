#include "suite.h"

enum { N = 20, FIB = 6765, FORKS = 10945 }; /* forks of fib(20): fib(21) - 1 */

struct fib {
	struct go_wg done;
	uint64_t n, value;
};

static uint64_t fib(uint64_t n);

static void fork_fib(void *arg)
{
	struct fib *f = arg;

	f->value = fib(f->n);
	go_wg_done(&f->done);
}

static uint64_t fib(uint64_t n)
{
	struct fib f = {.done = {.n = 1}, .n = n - 1};
	uint64_t rest;

	if (n < 2)
		return n;
	if (!rt_spawn(fork_fib, &f))
		go_fatal("no memory for a G");
	rest = fib(n - 2);
	go_wg_wait(&f.done);
	return f.value + rest;
}

BENCH("fib(20) on two Ps: a G for fib(n - 1), the rest in place, then a wait",
	.unit = "fork", .limit = "limit/switch_asm", .procs = 2, .live = FORKS,
	.n = FORKS)
{
	uint64_t forks = 0;

	lap_round(lap, FORKS);
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += FORKS)
		forks += fib(N) == FIB ? FORKS : 0;
	lap_stop(lap);
	lap_did(lap, forks);
}
