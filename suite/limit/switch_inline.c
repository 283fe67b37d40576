#include "inline.h"

static char stack[65536] __attribute__((aligned(64)));
static void *here, *there;
static uint64_t turns;

static void partner(void)
{
	for (;;) {
		turns++;
		SWITCH(there, here);
	}
}

BENCH("switch between two stacks, the switch inlined at both places",
	.unit = "switch", .procs = 1)
{
	lap_round(lap, 2);
	there = forge(stack + sizeof(stack), partner);
	SWITCH(here, there);
	turns = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += 2)
		SWITCH(here, there);
	lap_stop(lap);
	lap_did(lap, 2 * turns);
}
