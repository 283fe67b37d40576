#include "many.h"

BENCH("memory of a G that has run and waits, among 10 000", .unit = "G",
	.kind = BENCH_BYTES, .procs = 1, .live = 10000, .n = 10000)
{
	bytes_parked_lap(lap);
}
