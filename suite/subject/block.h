/* block.h - a block of a benchmark: what bench.c and calibrate.c share. */
#ifndef BLOCK_H
#define BLOCK_H

#include "lap.h"

struct block {
	const struct bench *bench;
	const struct call *call;
	uint64_t expected, observed; /* proof, summed over the batches */
};

/* run_batch - one batch of n; the n that was done, rounded by the body */
uint64_t run_batch(
	const struct block *block, uint64_t n, struct lap_state *state);

/* how long a block may take before no further batch is begun */
int64_t patience_ns(const struct block *block);

/* whether the batch is none, and then that was recorded: the body said why, or
 * it took too long and nobody has said before that this is bearable */
bool refused_by_body(const struct lap_state *state);
bool refused_as_slow(
	const struct block *block, uint64_t n, const struct lap_state *state);

/* n_of_block - operations a batch: as told, as fixed, else calibrated; 0 when it
 * was refused */
uint64_t n_of_block(const struct block *block);

#endif
