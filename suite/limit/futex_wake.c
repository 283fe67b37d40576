#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>

#include "two.h"

enum { IDLE_NS = 2000000 }; /* as long as steal_parked waits */

static atomic_uint word, heard; /* events called for; that have arrived */
static int64_t called, *latency;
static uint64_t slept;

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static void *call(void *arg)
{
	struct lap *lap = arg;

	for (unsigned i = 0; i < lap->n; i++) {
		for (int64_t end = now() + IDLE_NS; now() < end;)
			;
		called = now();
		word = i + 1;
		syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
		while (heard != i + 1)
			;
	}
	return NULL;
}

static void *sleep_and_wake(void *arg)
{
	struct lap *lap = arg;

	for (unsigned i = 0; i < lap->n; i++) {
		while (word == i)
			slept += syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE,
					 i, NULL, NULL, 0) == 0;
		latency[i] = now() - called;
		heard = i + 1;
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
