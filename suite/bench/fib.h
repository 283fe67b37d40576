/* fib.h - fib(n) by fork and join: a G for fib(n - 1), the rest in place. */
#ifndef FIB_H
#define FIB_H

#include "suite.h"

/* fib(20) and fib(30), and the forks that each takes: fib(n + 1) - 1 */
enum { FIB_20 = 6765, FORKS_20 = 10945, FIB_30 = 832040, FORKS_30 = 1346268 };

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

/* fib_lap - lap->n forks, whole trees of them: the whole of a benchmark */
static inline void fib_lap(
	struct lap *lap, uint64_t n, uint64_t value, uint64_t forks)
{
	uint64_t did = 0;

	lap_round(lap, forks);
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += forks)
		did += fib(n) == value ? forks : 0;
	lap_stop(lap);
	lap_did(lap, did);
}

#endif
