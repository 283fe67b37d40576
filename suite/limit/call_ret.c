#include "suite.h"

static uint64_t next(uint64_t n)
{
	return n + 1;
}

BENCH("call a function through a pointer, and return", .unit = "call",
	.procs = 1)
{
	uint64_t (*fn)(uint64_t) = next;
	uint64_t calls = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++) {
		__asm__ volatile("" : "+r"(fn)); /* whose, nobody knows */
		calls = fn(calls);
	}
	lap_stop(lap);
	lap_did(lap, calls);
}
