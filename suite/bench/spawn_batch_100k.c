#include "many.h"

BENCH("spawn 100 000 Gs, then wait until all have run", .unit = "spawn",
	.limit = "limit/switch_asm", .procs = 1, .live = 100000, .n = 100000)
{
	spawn_lap(lap, 100000);
}
