#include "many.h"

enum { GS = 100000 };

/*
 * Eight batches make the 100 000: each finds the earlier ones parked, so every
 * stack is a new one.  A ninth starts again, on what the first eight left.
 */
BENCH("make Gs that run and wait, 12 500 a batch, until 100 000 are parked",
	.unit = "G", .limit = "limit/page_fault", .needs = RT_MANY, .procs = 1,
	.live = GS, .n = GS / 8)
{
	static struct crowd c;
	uint64_t before = c.n;

	if (!c.g)
		c = crowd_room(GS + lap->n);
	lap_start(lap);
	crowd_gather(lap, &c, lap->n);
	lap_stop(lap);
	lap_did(lap, c.n - before);
	if (c.n + lap->n > GS)
		crowd_leave(&c);
}
