#include "many.h"

BENCH("spawn a G and wait for it, while many others are parked",
	.unit = "spawn", .limit = "limit/switch_asm", .procs = 1, .n = 5000,
	.sizes = {1, 10, 100, 1000, 10000, 100000})
{
	struct crowd c = crowd_room(lap->size);

	crowd_gather(lap, &c, lap->size);
	if (c.n == lap->size)
		spawn_lap(lap, 1);
	crowd_leave(&c);
}
