#include "suite.h"

BENCH("a store that others must see before the next load: a full barrier",
	.unit = "store", .procs = 1)
{
	static _Alignas(64) atomic_uint_fast64_t word;

	word = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		atomic_store_explicit(&word, i + 1, memory_order_seq_cst);
	lap_stop(lap);
	lap_did(lap, word);
}
