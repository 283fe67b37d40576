#include "steal.h"

BENCH("from the spawn of a G to its start on a P that has been idle for 2 ms",
	.unit = "steal", .limit = "limit/futex_wake", .kind = BENCH_LATENCY,
	.needs = RT_STEAL, .procs = 2, .n = 20)
{
	steal_events(lap, true, 2000000);
}
