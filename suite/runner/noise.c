/* noise.c - what else goes on here: load, pressure, time that others took. */
#include "runner.h"

static bool pressure(double *avg10, long long *total_us)
{
	return sscanf(line_of("/proc/pressure/cpu"),
		       "some avg10=%lf avg60=%*f avg300=%*f total=%lld", avg10,
		       total_us) == 2;
}

static int64_t steal_ticks(void)
{
	long long v[8];

	if (sscanf(line_of("/proc/stat"),
		    "cpu %lld %lld %lld %lld %lld %lld %lld %lld", &v[0], &v[1],
		    &v[2], &v[3], &v[4], &v[5], &v[6], &v[7]) != 8)
		return -1;
	return v[7];
}

/* the group's own file, where control groups are of version 2 */
static void find_quota(char *path, size_t size)
{
	const char *line = line_of("/proc/self/cgroup");

	snprintf(path, size, "/sys/fs/cgroup%.3000s/cpu.stat",
		strncmp(line, "0::", 3) == 0 ? line + 3 : "");
}

static int64_t throttled(void)
{
	static char path[4096];
	char line[128];
	long long count = -1;
	FILE *f;

	if (!*path)
		find_quota(path, sizeof(path));
	f = fopen(path, "re");
	while (f && count < 0 && fgets(line, sizeof(line), f))
		if (sscanf(line, "nr_throttled %lld", &count) != 1)
			count = -1;
	if (f)
		fclose(f);
	return count;
}

struct noise noise_read(void)
{
	struct noise n = {steal_ticks(), throttled(), -1};
	long long total_us;
	double avg10;

	if (pressure(&avg10, &total_us))
		n.psi_us = total_us;
	return n;
}

static json_t *grew(int64_t before, int64_t after)
{
	return before < 0 || after < 0 ? json_null()
	                               : json_integer(after - before);
}

json_t *noise_between(const struct noise *before, const struct noise *after)
{
	return json_pack("{s:o, s:o, s:o}", "steal_ticks",
		grew(before->steal_ticks, after->steal_ticks), "throttled",
		grew(before->throttled, after->throttled), "psi_us",
		grew(before->psi_us, after->psi_us));
}

json_t *noise_now(void)
{
	struct noise n = noise_read();
	double load = 0, avg10;
	long long total_us;
	bool told = pressure(&avg10, &total_us);

	getloadavg(&load, 1);
	return json_pack("{s:o, s:o, s:o}", "load1", number(load),
		"psi_cpu_avg10", told ? number(avg10) : json_null(),
		"steal_ticks",
		n.steal_ticks < 0 ? json_null() : json_integer(n.steal_ticks));
}
