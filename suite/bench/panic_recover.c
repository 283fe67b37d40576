#include "suite.h"

static void rescue(void *recovered)
{
	*(uint64_t *)recovered += go_recover().type != NULL;
}

static __attribute__((noinline)) void fails(uint64_t *recovered)
{
	go_recoverable();
	go_defer_recover(rescue, recovered);
	go_panic("again");
}

BENCH("call a function that panics and recovers", .unit = "panic",
	.limit = "limit/call_ret", .procs = 1)
{
	uint64_t recovered = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		fails(&recovered);
	lap_stop(lap);
	lap_did(lap, recovered);
}
