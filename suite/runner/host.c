/* host.c - what the machine is, and how its clock ticks. */
#include "runner.h"

#include <gnu/libc-version.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

enum { READINGS = 20000 };

/* the first line of a file, "" when there is none */
const char *line_of(const char *path)
{
	static char text[4096];
	FILE *f = fopen(path, "re");

	text[0] = '\0';
	if (f && !fgets(text, sizeof(text), f))
		text[0] = '\0';
	if (f)
		fclose(f);
	text[strcspn(text, "\n")] = '\0';
	return text;
}

static json_t *text_or_null(const char *text)
{
	return *text ? utf8(text) : json_null();
}

static json_t *file_text(const char *path)
{
	return text_or_null(line_of(path));
}

static json_t *file_int(const char *path)
{
	const char *text = line_of(path);

	return *text ? json_integer(strtoll(text, NULL, 10)) : json_null();
}

/* the value after "key :" in /proc/cpuinfo */
static json_t *cpuinfo(const char *key)
{
	char line[4096];
	FILE *f = fopen("/proc/cpuinfo", "re");
	json_t *value = NULL;

	while (f && !value && fgets(line, sizeof(line), f)) {
		char *colon = strchr(line, ':');

		if (colon && strncmp(line, key, strlen(key)) == 0) {
			line[strcspn(line, "\n")] = '\0';
			value = utf8(colon + 1 + strspn(colon + 1, " "));
		}
	}
	if (f)
		fclose(f);
	return value ? value : json_null();
}

static bool cpu_flag(const char *flag)
{
	json_t *flags = cpuinfo("flags");
	const char *text = json_string_value(flags);
	bool has = text && strstr(text, flag);

	json_decref(flags);
	return has;
}

/* tells machines apart, names none: a salted FNV-1a of the machine-id */
static json_t *host_id(void)
{
	uint64_t h = 0xcbf29ce484222325;
	char text[32];

	for (const char *at = line_of("/etc/machine-id"); *at; at++)
		h = (h ^ (unsigned char)*at) * 0x100000001b3;
	for (const char *at = "gort-suite"; *at; at++)
		h = (h ^ (unsigned char)*at) * 0x100000001b3;
	snprintf(text, sizeof(text), "%016llx", (unsigned long long)h);
	return json_string(text);
}

/* "0-1,4", as the kernel writes it */
static json_t *cpus_allowed(void)
{
	char line[4096];
	FILE *f = fopen("/proc/self/status", "re");
	json_t *list = NULL;

	while (f && !list && fgets(line, sizeof(line), f))
		if (strncmp(line, "Cpus_allowed_list:\t", 19) == 0) {
			line[strcspn(line, "\n")] = '\0';
			list = utf8(line + 19);
		}
	if (f)
		fclose(f);
	return list ? list : json_null();
}

/* "madvise" of "always [madvise] never" */
static json_t *chosen(const char *path)
{
	const char *text = line_of(path), *at = strchr(text, '[');

	return at ? json_stringn(at + 1, strcspn(at + 1, "]"))
	          : text_or_null(text);
}

static json_t *cache(int name)
{
	long bytes = sysconf(name);

	return bytes > 0 ? json_integer(bytes) : json_null();
}

static void add_limits(json_t *host)
{
	json_object_set_new(
		host, "aslr", file_int("/proc/sys/kernel/randomize_va_space"));
	json_object_set_new(host, "thp",
		chosen("/sys/kernel/mm/transparent_hugepage/enabled"));
	json_object_set_new(
		host, "max_map_count", file_int("/proc/sys/vm/max_map_count"));
	json_object_set_new(
		host, "pid_max", file_int("/proc/sys/kernel/pid_max"));
	json_object_set_new(host, "perf_event_paranoid",
		file_int("/proc/sys/kernel/perf_event_paranoid"));
	json_object_set_new(host, "mem_bytes",
		json_integer((json_int_t)sysconf(_SC_PHYS_PAGES) *
			     sysconf(_SC_PAGESIZE)));
}

json_t *host_facts(void)
{
	struct utsname u;
	json_t *host = json_object(), *governor;

	uname(&u);
	governor = file_text(
		"/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
	json_object_set_new(host, "id", host_id());
	json_object_set_new(host, "arch", utf8(u.machine));
	json_object_set_new(host, "kernel", utf8(u.release));
	json_object_set_new(
		host, "libc", json_sprintf("glibc %s", gnu_get_libc_version()));
	json_object_set_new(host, "cpu_model", cpuinfo("model name"));
	json_object_set_new(host, "cpus_online",
		json_integer(sysconf(_SC_NPROCESSORS_ONLN)));
	json_object_set_new(host, "cpus_allowed", cpus_allowed());
	if (json_is_null(governor))
		json_object_set_new(host, "governor_why",
			json_string("this machine shows no cpufreq"));
	json_object_set_new(host, "governor", governor);
	json_object_set_new(host, "virt",
		cpu_flag("hypervisor") ? json_string("hypervisor")
				       : json_null());
	json_object_set_new(host, "clocksource",
		file_text("/sys/devices/system/clocksource/clocksource0/"
			  "current_clocksource"));
	json_object_set_new(host, "l1d_bytes", cache(_SC_LEVEL1_DCACHE_SIZE));
	json_object_set_new(host, "l2_bytes", cache(_SC_LEVEL2_CACHE_SIZE));
	json_object_set_new(host, "l3_bytes", cache(_SC_LEVEL3_CACHE_SIZE));
	add_limits(host);
	return host;
}

static int by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* the clock's step: the smallest distance of two readings' distances that were
 * each seen at least once in a thousand times */
static int64_t step_of(const int64_t *sorted)
{
	int64_t step = 0, last = 0;

	for (int i = 0, n; i < READINGS; i += n) {
		for (n = 1; i + n < READINGS && sorted[i + n] == sorted[i]; n++)
			;
		if (n < READINGS / 1000)
			continue;
		if (sorted[i] > last && (!step || sorted[i] - last < step))
			step = sorted[i] - last;
		last = sorted[i];
	}
	return step;
}

json_t *timer_facts(void)
{
	static int64_t deltas[READINGS];
	struct timespec t;
	int64_t last = 0;

	for (int i = -1; i < READINGS; i++) {
		clock_gettime(CLOCK_MONOTONIC, &t);
		int64_t now = t.tv_sec * 1000000000ll + t.tv_nsec;

		if (i >= 0)
			deltas[i] = now - last;
		last = now;
	}
	qsort(deltas, READINGS, sizeof(*deltas), by_value);
	return json_pack("{s:s, s:{s:I, s:I}, s:I}", "source",
		"clock_monotonic", "overhead_ns", "median",
		(json_int_t)deltas[READINGS / 2], "p99",
		(json_int_t)deltas[READINGS * 99 / 100], "step_ns",
		(json_int_t)step_of(deltas));
}
