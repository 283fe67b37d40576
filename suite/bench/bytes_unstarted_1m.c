#include "many.h"

BENCH("memory of a G that has not run yet, among a million", .unit = "G",
	.kind = BENCH_BYTES, .needs = RT_MANY, .procs = 1, .live = 1000000,
	.n = 1000000, .full = true)
{
	bytes_unstarted_lap(lap);
}
