#include <time.h>

#include "suite.h"

BENCH("read CLOCK_MONOTONIC", .unit = "read", .procs = 1)
{
	struct timespec t;
	int64_t last = 0, ns;
	uint64_t in_order = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++) {
		clock_gettime(CLOCK_MONOTONIC, &t);
		ns = t.tv_sec * 1000000000ll + t.tv_nsec;
		in_order += ns >= last;
		last = ns;
	}
	lap_stop(lap);
	lap_did(lap, in_order);
}
