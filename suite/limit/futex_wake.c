#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>

#include "two.h"

enum { IDLE_NS = 2000000 }; /* as long as steal_parked waits */

static atomic_uint word, heard; /* events called for; that have arrived */
static int64_t called, *latency;
static uint64_t slept; /* events that met a sleeper: the others are not told */

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static void *call(void *arg)
{
	struct lap *lap = arg;

	while (slept < lap->n) {
		for (int64_t end = now() + IDLE_NS; now() < end;)
			;
		called = now();
		word++;
		syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
		while (heard != word)
			;
	}
	return NULL;
}

static void *sleep_and_wake(void *arg)
{
	struct lap *lap = arg;

	for (unsigned i = 0; slept < lap->n; heard = ++i) {
		long refused = -1;

		while (word == i)
			refused = syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE,
				i, NULL, NULL, 0);
		latency[slept] = now() - called;
		slept += refused == 0;
	}
	return NULL;
}

BENCH("from FUTEX_WAKE to the first instruction of a sleeper on another CPU",
	.unit = "wake", .kind = BENCH_LATENCY, .procs = 2, .n = 20)
{
	word = heard = 0;
	slept = 0;
	latency = malloc(lap->n * sizeof(*latency));
	if (!latency)
		abort();
	if (two_threads(lap, call, sleep_and_wake)) {
		for (uint64_t i = 0; i < lap->n; i++)
			lap_event(lap, latency[i]);
		lap_did(lap, slept);
	}
	free(latency);
}
