#include "many.h"

BENCH("spawn a G, wait for it through a WaitGroup, spawn the next",
	.unit = "spawn", .limit = "limit/switch_asm", .procs = 1, .live = 1)
{
	spawn_lap(lap, 1);
}
