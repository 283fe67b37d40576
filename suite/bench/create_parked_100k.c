#include "many.h"

enum { GS = 100000 };

BENCH("make Gs that run and wait, 12 500 a batch, until 100 000 are parked",
	.unit = "G", .limit = "limit/page_fault", .needs = RT_MANY, .procs = 1,
	.live = GS, .n = GS / 8)
{
	create_lap(lap, GS);
}
