/* now.c - the clock. */
#include <time.h>

#include "go.h"

int64_t go_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}
