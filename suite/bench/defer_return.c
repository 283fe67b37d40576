#include "suite.h"

static void count(void *calls)
{
	++*(uint64_t *)calls;
}

static __attribute__((noinline)) void defers(uint64_t *calls)
{
	go_defer(count, calls);
	__asm__ volatile(""
			 : "+m"(*calls)); /* work, of which nothing is known */
}

BENCH("call a function that defers one call and returns", .unit = "call",
	.limit = "limit/call_ret", .procs = 1)
{
	uint64_t calls = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		defers(&calls);
	lap_stop(lap);
	lap_did(lap, calls);
}
