#include "many.h"

BENCH("spawn 1000 Gs, then wait until all have run", .unit = "spawn",
	.limit = "limit/switch_asm", .procs = 1, .live = 1000)
{
	spawn_lap(lap, 1000);
}
