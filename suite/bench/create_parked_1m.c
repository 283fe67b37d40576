#include "many.h"

enum { GS = 1000000 };

BENCH("make a million Gs that run and wait", .unit = "G",
	.limit = "limit/page_fault", .needs = RT_MANY, .procs = 1, .live = GS,
	.n = GS, .full = true)
{
	create_lap(lap, GS);
}
