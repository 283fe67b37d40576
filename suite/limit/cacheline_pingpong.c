#include "two.h"

static _Alignas(128) atomic_uint_fast64_t ball; /* even: at a; odd: at b */
static uint64_t returned;

static inline void await(uint64_t value)
{
	while (atomic_load_explicit(&ball, memory_order_acquire) != value)
		;
}

static inline void pass(uint64_t value)
{
	atomic_store_explicit(&ball, value, memory_order_release);
}

static void *serve(void *arg)
{
	struct lap *lap = arg;

	pass(1);
	await(2); /* both are there */
	lap_start(lap);
	for (uint64_t i = 2; i < 2 + lap->n; i += 2) {
		pass(i + 1);
		await(i + 2);
	}
	lap_stop(lap);
	return NULL;
}

static void *answer(void *arg)
{
	struct lap *lap = arg;

	await(1);
	pass(2);
	for (returned = 0; 2 * returned < lap->n; returned++) {
		await(2 * returned + 3);
		pass(2 * returned + 4);
	}
	return NULL;
}

BENCH("a line of cache goes from one core to another; counted one way",
	.unit = "transfer", .procs = 2)
{
	lap_round(lap, 2);
	ball = 0;
	if (two_threads(lap, serve, answer))
		lap_did(lap, 2 * returned);
}
