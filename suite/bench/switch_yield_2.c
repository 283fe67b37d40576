#include "ring.h"

static void member(void *ring)
{
	RING_MEMBER(ring);
}

BENCH("two Gs on one P pass it to and fro by yielding, at one call site",
	.unit = "switch", .limit = "limit/yield_inline_2", .procs = 1,
	.live = 2)
{
	struct ring r;

	ring_begin(&r, lap, 2);
	ring_spawn(&r, member);
	ring_spawn(&r, member);
	ring_run(&r);
}
