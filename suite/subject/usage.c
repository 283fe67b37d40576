/* usage.c - what the kernel and the CPU counted in a lap. */
#include <linux/perf_event.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "step.h"

static const char *const names[CPU_COUNTERS] = {"cpu_instructions",
	"cpu_cycles", "cpu_cache_misses", "cpu_branch_misses"};
static const uint64_t events[CPU_COUNTERS] = {PERF_COUNT_HW_INSTRUCTIONS,
	PERF_COUNT_HW_CPU_CYCLES, PERF_COUNT_HW_CACHE_MISSES,
	PERF_COUNT_HW_BRANCH_MISSES};

void usage_open(struct usage *u)
{
	for (int i = 0; i < CPU_COUNTERS; i++) {
		struct perf_event_attr attr = {.type = PERF_TYPE_HARDWARE,
			.size = sizeof(attr),
			.config = events[i],
			.exclude_kernel = 1,
			.exclude_hv = 1};

		u->fd[i] = syscall(SYS_perf_event_open, &attr, 0, -1, -1,
			PERF_FLAG_FD_CLOEXEC);
		if (u->fd[i] < 0 && !u->error)
			u->error = errno;
	}
}

static int64_t counted(int fd)
{
	uint64_t value;

	return fd >= 0 && read(fd, &value, sizeof(value)) == sizeof(value)
	               ? (int64_t)value
	               : -1;
}

/* what is there at the start is taken away at the stop */
static void grow(int64_t *sum, int64_t now, bool start)
{
	*sum = start ? now : now - *sum;
}

void usage_take(struct usage *u, bool start)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	grow(&u->minflt, used.ru_minflt, start);
	grow(&u->majflt, used.ru_majflt, start);
	grow(&u->nvcsw, used.ru_nvcsw, start);
	grow(&u->nivcsw, used.ru_nivcsw, start);
	for (int i = 0; i < CPU_COUNTERS; i++) {
		int64_t now = counted(u->fd[i]);

		if (now < 0)
			u->cpu[i] = -1;
		else
			grow(&u->cpu[i], now, start);
	}
}

void usage_record(const struct usage *u)
{
	record_int("minflt", u->minflt);
	record_int("majflt", u->majflt);
	record_int("nvcsw", u->nvcsw);
	record_int("nivcsw", u->nivcsw);
	for (int i = 0; i < CPU_COUNTERS; i++)
		if (u->fd[i] >= 0 && u->cpu[i] >= 0)
			record_int(names[i], u->cpu[i]);
	if (u->error)
		record_format(
			"cpu_why", "perf_event_open: %s", strerror(u->error));
}
