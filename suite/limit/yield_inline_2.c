#include "yield_inline.h"

BENCH("two stacks on one thread yield, queue and switch inlined at the site",
	.unit = "switch", .procs = 1)
{
	yield_lap(lap, 2);
}
