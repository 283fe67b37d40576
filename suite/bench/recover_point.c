#include "suite.h"

static void rescue(void *calls)
{
	*(uint64_t *)calls += go_recover().type == NULL;
}

static __attribute__((noinline)) void recoverable(uint64_t *calls)
{
	go_recoverable();
	go_defer_recover(rescue, calls);
	__asm__ volatile(""
			 : "+m"(*calls)); /* work, of which nothing is known */
}

BENCH("call a function that defers a call that would recover, and returns",
	.unit = "call", .limit = "limit/call_ret", .procs = 1)
{
	uint64_t calls = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		recoverable(&calls);
	lap_stop(lap);
	lap_did(lap, calls);
}
