#include "steal.h"

BENCH("from the spawn to the start of a G that is still in another P's runnext",
	.unit = "steal", .limit = "limit/cacheline_pingpong",
	.kind = BENCH_LATENCY, .needs = RT_STEAL, .procs = 2, .n = 500)
{
	steal_events(lap, false, 0);
}
