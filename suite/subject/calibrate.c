/*
 * calibrate.c - how many operations make a batch, and whether twice as many take
 * twice as long.
 */
#include "block.h"

#define BATCH_NS INT64_C(300000)   /* a batch lasts at least that */
#define LINEAR_NS INT64_C(3000000) /* a longer one is not done 63 times more */

enum { SIZES = 3, PASSES = 9, ROWS = SIZES * PASSES, GROWTH = 4 };

/* 0: it is to be calibrated */
static uint64_t fixed_n(const struct block *block)
{
	if (block->call->n)
		return block->call->n;
	if (block->bench->n)
		return block->bench->n;
	return block->bench->kind == BENCH_BYTES ? 1 : 0;
}

/* -------------------------------------------------------------------- linearity */

static void record_linear(
	const uint64_t *ops, const int64_t *ns, int64_t took_ns)
{
	char done[ROWS * 21 + 1] = "", took[ROWS * 21 + 1] = "";
	size_t a = 0, b = 0;

	for (int i = 0; i < ROWS; i++) {
		a += sprintf(done + a, "%s%llu", i ? "," : "",
			(unsigned long long)ops[i]);
		b += sprintf(
			took + b, "%s%lld", i ? "," : "", (long long)ns[i]);
	}
	record("linear");
	record_text("ops", done);
	record_text("ns", took);
	record_int("took_ns", took_ns);
	record_end();
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* whether one of 2n (size 1) or 4n (size 2) operations costs more or less than one
 * of n, in the median */
static bool bent(const uint64_t *ops, const int64_t *ns, int size)
{
	double ratio[PASSES];

	for (int i = 0; i < PASSES; i++) {
		int one = i * SIZES, more = one + size;

		ratio[i] = (double)ns[more] / ops[more] * ops[one] / ns[one];
	}
	qsort(ratio, PASSES, sizeof(*ratio), by_value);
	return ratio[PASSES / 2] > 1.02 || ratio[PASSES / 2] < 0.98;
}

/*
 * prove_linear - n, or as many operations more as it takes for what a batch costs
 * once to vanish beside them; or for a reading that is not disturbed.
 *
 * Sizes take turns, so that what disturbs meets them all: one row of the three is
 * compared within itself, and the rows decide together (reports/estimate.py).
 */
static uint64_t prove_linear(
	const struct block *block, uint64_t n, struct lap_state *last)
{
	uint64_t ops[ROWS], tried = n;
	int64_t ns[ROWS], start = now_ns();

	if (last->wall_ns > LINEAR_NS) {
		record("linear");
		record_text("why", "a batch takes too long to be doubled");
		record_end();
		return n;
	}
	for (;; tried *= GROWTH) {
		for (int i = 0; i < ROWS; i++) {
			ops[i] = run_batch(block, tried << i % SIZES, last);
			ns[i] = last->ns;
		}
		if ((!bent(ops, ns, 1) && !bent(ops, ns, 2)) ||
			ns[0] * GROWTH > LINEAR_NS)
			break;
	}
	record_linear(ops, ns, now_ns() - start);
	last->ns = ns[0];
	return tried;
}

/* ------------------------------------------------------------------ calibration */

/*
 * The n of a batch that lasts BATCH_NS, confirmed by a second reading, since one
 * disturbed reading would end the search too early; 0 when it is refused.
 */
static uint64_t calibrate(const struct block *block)
{
	struct lap_state state;
	uint64_t n = 1;
	int64_t start = now_ns();

	for (int long_enough = 0; long_enough < 2;) {
		uint64_t done = run_batch(block, n, &state);

		if (refused_by_body(&state) ||
			refused_as_slow(block, done, &state))
			return 0;
		n = state.rounded ? state.rounded : n;
		if (now_ns() - start > patience_ns(block))
			break;
		long_enough = state.ns >= BATCH_NS ? long_enough + 1 : 0;
		if (state.ns < BATCH_NS)
			n *= state.ns * 16 < BATCH_NS ? 8 : 2;
	}
	if (block->bench->kind == BENCH_TIME)
		n = prove_linear(block, n, &state);
	record("calibrated");
	record_uint("n", n);
	record_int("ns", state.ns);
	record_end();
	return n;
}

uint64_t n_of_block(const struct block *block)
{
	uint64_t n = fixed_n(block);

	if (n && !block->call->n) {
		record("linear");
		record_text("why", "the benchmark says how many operations");
		record_end();
	}
	return n ? n : calibrate(block);
}
