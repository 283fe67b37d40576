/* lap.c - what the body of a benchmark calls to time, prove and refuse. */
#include <stdarg.h>

#include "lap.h"

int64_t lap_events[EVENTS];
void (*lap_hook)(bool start);

void lap_start(struct lap *lap)
{
	lap->state->started = now_ns();
	if (lap_hook)
		lap_hook(true);
}

void lap_stop(struct lap *lap)
{
	if (lap_hook)
		lap_hook(false);
	lap->state->ns += now_ns() - lap->state->started;
}

void lap_did(struct lap *lap, uint64_t counted)
{
	lap->state->counted += counted;
	lap->state->proven = true;
}

/* what does not fit is not stored, but would be missed in the proof */
void lap_event(struct lap *lap, int64_t ns)
{
	if (lap->state->events < EVENTS)
		lap_events[lap->state->events++] = ns;
}

void lap_value(struct lap *lap, double value)
{
	lap->state->value = value;
	lap->state->valued = true;
}

void lap_round(struct lap *lap, uint64_t k)
{
	uint64_t rounded = lap->n / k * k;

	lap->n = rounded ? rounded : k;
	lap->state->rounded = lap->n;
}

void lap_refuse(struct lap *lap, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(
		lap->state->refused, sizeof(lap->state->refused), format, args);
	va_end(args);
}

/* the number behind "KEY:" in a file of /proc, in KiB; 0 when there is none */
static int64_t kib_in(const char *path, const char *key)
{
	char line[256];
	long long kib = 0;
	size_t length = strlen(key);
	FILE *file = fopen(path, "re");

	while (file && fgets(line, sizeof(line), file))
		if (strncmp(line, key, length) == 0 && line[length] == ':')
			sscanf(line + length + 1, "%lld", &kib);
	if (file)
		fclose(file);
	return kib;
}

/* The kernel's sum over all mappings is exact and takes a walk over them: 8 s
 * for a million stacks.  Its running counters may be off by some 100 KiB. */
int64_t lap_rss(void)
{
	const int64_t large = 1 << 20;
	int64_t rss = kib_in("/proc/self/status", "VmRSS");

	if (rss < large)
		rss = kib_in("/proc/self/smaps_rollup", "Rss");
	return 1024 * (rss + kib_in("/proc/self/status", "VmPTE"));
}
