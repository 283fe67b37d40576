#include "steal.h"

BENCH("from the spawn of a queued G to its start on a P idle for up to 2 us",
	.unit = "steal", .limit = "limit/cacheline_pingpong",
	.kind = BENCH_LATENCY, .needs = RT_STEAL, .procs = 2, .n = 500)
{
	steal_events(lap, true, 0);
}
