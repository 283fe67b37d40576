#include "steal.h"

BENCH("the same for a G in runnext, which its own P might yet run",
	.unit = "steal", .limit = "limit/cacheline_pingpong",
	.kind = BENCH_LATENCY, .needs = RT_STEAL, .procs = 2, .n = 500)
{
	steal_events(lap, false, 0);
}
