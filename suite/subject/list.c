/*
 * list.c - what this subject is and holds.
 *
 * RT_NAME, RT_CC, RT_CFLAGS, RT_REVISION and RT_REPLACED come from the Makefile.
 */
#include "subject.h"

extern const struct check *const __start_checks[] __attribute__((weak));
extern const struct check *const __stop_checks[] __attribute__((weak));
extern const struct bench *const __start_benches[] __attribute__((weak));
extern const struct bench *const __stop_benches[] __attribute__((weak));

/* checks and benchmarks alike begin with their file */
static int by_file(const void *a, const void *b)
{
	return strcmp(**(const char *const *const *)a,
		**(const char *const *const *)b);
}

static void *sorted(const void *first, const void *end)
{
	size_t size = (const char *)end - (const char *)first;
	char *copy = calloc(1, size + sizeof(void *));

	if (!copy)
		abort();
	if (size)
		memcpy(copy, first, size);
	qsort(copy, size / sizeof(void *), sizeof(void *), by_file);
	return copy;
}

const struct check *const *subject_checks(void)
{
	return sorted(__start_checks, __stop_checks);
}

const struct bench *const *subject_benches(void)
{
	return sorted(__start_benches, __stop_benches);
}

const char *subject_id(const char *file)
{
	static const char *const folders[] = {"suite/check/", "suite/bench/"};
	static char id[256];
	const char *at = strstr(file, "limit/");

	for (size_t i = 0; i < 2; i++) {
		const char *found = strstr(file, folders[i]);

		if (found)
			at = found + strlen(folders[i]);
	}
	if (!at)
		at = file;
	snprintf(id, sizeof(id), "%.*s", (int)(strlen(at) - strlen(".c")), at);
	return id;
}

/* ORDER ability */
const char *subject_names(uint32_t abilities)
{
	static const char *const names[] = {"stackful", "guard", "recycle",
		"steal", "ring", "many", "fpenv", "preempt", "blocking",
		"lock_thread", "stat", "runnext", "parallel", "order", "refuse",
		"yield_local", "max_threads"};
	static char list[256];
	size_t at = 0;

	_Static_assert(
		RT_MAX_THREADS == 1 << (sizeof(names) / sizeof(*names) - 1),
		"one name for each ability");
	list[0] = '\0';
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (abilities & 1u << i)
			at += snprintf(list + at, sizeof(list) - at, "%s%s",
				at ? "," : "", names[i]);
	return list;
}

/* "chan.c sync.c", as make says it, with commas */
static const char *replaced(void)
{
	static char list[] = RT_REPLACED;

	for (char *at = list; *at; at++)
		if (*at == ' ')
			*at = ',';
	return list;
}

static void list_runtime(void)
{
	record("runtime");
	record_text("name", RT_NAME);
	record_text("description", rt_info.description);
	record_int("protocol", 1);
	record_text("abilities", subject_names(rt_info.abilities));
	record_uint("max_live", rt_info.max_live);
	record_uint("stack_bytes", rt_info.stack_bytes);
	record_text("replaced", replaced());
	record_end();
	record("build");
	record_text("cc", RT_CC);
	record_text("cflags", RT_CFLAGS);
	record_text("revision", RT_REVISION);
	record_end();
}

static void list_check(const struct check *check)
{
	record("check");
	record_text("id", subject_id(check->file));
	record_text("claim", check->claim);
	record_text("clause", check->clause ? check->clause : "");
	record_text("source", check->source ? check->source : "");
	record_text("needs", subject_names(check->needs));
	record_int("procs", check->procs);
	record_int("min_procs", check->min_procs);
	record_int("dies", check->dies);
	record_text("says", check->says ? check->says : "");
	record_int("limit_ms", check->limit_ms);
	record_text("file", check->file);
	record_end();
}

static const char *sizes(const struct bench *bench)
{
	static char list[256];
	size_t at = 0;

	list[0] = '\0';
	for (int i = 0; i < 12 && bench->sizes[i]; i++)
		at += snprintf(list + at, sizeof(list) - at, "%s%llu",
			at ? "," : "", (unsigned long long)bench->sizes[i]);
	return list;
}

static void list_bench(const struct bench *bench)
{
	static const char *const kinds[] = {"time", "latency", "bytes"};

	record("bench");
	record_text("id", subject_id(bench->file));
	record_text("what", bench->what);
	record_text("unit", bench->unit ? bench->unit : "operation");
	record_text("kind", kinds[bench->kind]);
	record_text("limit", bench->limit ? bench->limit : "");
	record_text("needs", subject_names(bench->needs));
	record_int("procs", bench->procs ? bench->procs : 1);
	record_uint("live", bench->live);
	record_text("sizes", sizes(bench));
	record_uint("n", bench->n);
	record_int("full", bench->full);
	record_text("file", bench->file);
	record_end();
}

COMMAND("list")
{
	list_runtime();
	for (const struct check *const *at = subject_checks(); *at; at++)
		list_check(*at);
	for (const struct bench *const *at = subject_benches(); *at; at++)
		list_bench(*at);
	return STATUS_DONE;
}
