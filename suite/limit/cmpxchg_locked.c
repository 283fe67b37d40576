#include "suite.h"

BENCH("one locked compare-and-exchange on a line of its own", .unit = "cmpxchg",
	.procs = 1)
{
	static _Alignas(64) uint64_t word;
	uint64_t old = word = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		if (__atomic_compare_exchange_n(&word, &old, old + 1, false,
			    __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
			old++;
	lap_stop(lap);
	lap_did(lap, word);
}
