#include "ring.h"

static void member(void *ring)
{
	RING_MEMBER(ring);
}

BENCH("1000 Gs on one P yield in turn, all at one call site", .unit = "switch",
	.limit = "limit/yield_inline_1k", .procs = 1, .live = 1000)
{
	struct ring r;

	ring_begin(&r, lap, 1000);
	for (int i = 0; i < 1000; i++)
		ring_spawn(&r, member);
	ring_run(&r);
}
