/*
 * ticks.c - durations by the time stamp counter, if it runs steadily.
 *
 * A tick is as long as it has been on average since the process began: two
 * readings of both clocks tell, the first when the program starts.
 */
#include "ticks.h"

#include "go.h"

#ifdef __x86_64__
#include <cpuid.h>
#include <x86intrin.h>

static struct {
	uint64_t ticks; /* 0: the counter is not used */
	int64_t ns;
} start;

static __attribute__((constructor)) void begin(void)
{
	const uint32_t invariant = 1 << 8; /* of leaf 0x80000007 */
	uint32_t a, b, c, d;

	if (!__get_cpuid(0x80000007, &a, &b, &c, &d) || !(d & invariant))
		return;
	start.ns = go_now();
	start.ticks = __rdtsc();
}

uint64_t go_ticks(void)
{
	return start.ticks ? __rdtsc() : (uint64_t)go_now();
}

int64_t go_ticks_ns(uint64_t from)
{
	uint64_t now = go_ticks();

	if (!start.ticks)
		return (int64_t)(now - from);
	return (int64_t)((double)(now - from) * (go_now() - start.ns) /
			 (now - start.ticks));
}
#else
uint64_t go_ticks(void)
{
	return (uint64_t)go_now();
}

int64_t go_ticks_ns(uint64_t from)
{
	return go_now() - (int64_t)from;
}
#endif
