#include "suite.h"

void limit_switch(void **from, void *to); /* x86_64/switch.S */

static char stack[65536] __attribute__((aligned(64)));
static void *here, *there;
static uint64_t turns;

static void partner(void)
{
	for (;;) {
		turns++;
		limit_switch(&there, here);
	}
}

/* what limit_switch pops: six registers, and where to; then the place of a
 * return address, so that partner starts as after a call */
static void forge(void)
{
	void **top = (void **)(stack + sizeof(stack));

	memset(top - 8, 0, 8 * sizeof(*top));
	top[-2] = (void *)partner;
	there = top - 8;
}

BENCH("switch between two stacks by an assembly routine, one thread, no queue",
	.unit = "switch", .procs = 1)
{
	lap_round(lap, 2);
	forge();
	limit_switch(&here, there);
	turns = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += 2)
		limit_switch(&here, there);
	lap_stop(lap);
	lap_did(lap, 2 * turns);
}
