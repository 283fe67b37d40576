#include "suite.h"

enum { DEPTH = 10 };

/* at the bottom, every trace fills pcs: the frames above are as many */
static uint64_t trace(uint64_t n)
{
	void *pcs[DEPTH];
	uint64_t whole = 0;

	for (uint64_t i = 0; i < n; i++)
		whole += go_callers(0, pcs, DEPTH) == DEPTH;
	return whole;
}

static __attribute__((noinline)) uint64_t dig(int depth, struct lap *lap)
{
	uint64_t whole;

	if (depth > 0) {
		whole = dig(depth - 1, lap);
		__asm__ volatile("" : "+r"(whole)); /* so a frame, not a loop */
		return whole;
	}
	lap_start(lap);
	whole = trace(lap->n);
	lap_stop(lap);
	return whole;
}

BENCH("the return addresses of ten frames, by go_callers", .unit = "trace",
	.limit = "limit/call_ret", .procs = 1)
{
	lap_did(lap, dig(DEPTH, lap));
}
