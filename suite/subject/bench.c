/*
 * bench.c - one block of a benchmark: batches of n operations, timed and proven.
 *
 * A cell is calibrated once, by a call with n = 0, which also finds out what
 * this runtime cannot do; the blocks that count are told n.
 */
#include <dirent.h>
#include <stdarg.h>
#include <sys/resource.h>

#include "block.h"

enum {
	BATCHES = 8,
};
#define PATIENCE_NS INT64_C(2000000000) /* a block: then no further batch; */
#define FULL_NS INT64_C(20000000000)    /* that of a benchmark that is .full */

int64_t patience_ns(const struct block *block)
{
	return block->bench->full ? FULL_NS : PATIENCE_NS;
}

/* ------------------------------------------------------------------- one batch */

uint64_t run_batch(
	const struct block *block, uint64_t n, struct lap_state *state)
{
	const struct bench *bench = block->bench;
	struct lap lap = {.n = n, .size = block->call->size, .state = state};
	int64_t start = now_ns();

	if (!lap.size)
		lap.size = bench->sizes[0] ? bench->sizes[0] : bench->live;
	memset(state, 0, sizeof(*state));
	bench->run(&lap);
	state->wall_ns = now_ns() - start;
	if (bench->kind != BENCH_TIME)
		state->ns = state->wall_ns;
	if (bench->kind == BENCH_LATENCY && !state->proven)
		state->counted = state->events;
	return lap.n;
}

static void record_events(const struct lap_state *state)
{
	char digits[24];

	for (size_t i = 0; i < state->events;) {
		static char list[16384];
		size_t at = 0;

		while (i < state->events && at < sizeof(list) - sizeof(digits))
			at += sprintf(list + at, "%s%lld", at ? "," : "",
				(long long)lap_events[i++]);
		record("event");
		record_text("ns", list);
		record_end();
	}
}

static void record_batch(
	struct block *block, uint64_t n, const struct lap_state *state)
{
	block->expected += n;
	block->observed += state->counted;
	if (block->bench->kind == BENCH_TIME) {
		record("sample");
		record_int("ns", state->ns);
		record_uint("ops", n);
		record_end();
	}
	record_events(state);
	if (state->valued) {
		record("value");
		record_format("value", "%.17g", state->value);
		record_end();
	}
}

/* ----------------------------------------------------------- what cannot be done */

static void refuse(const char *format, ...)
	__attribute__((format(printf, 1, 2)));
static void refuse(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	record("refused");
	record_vformat("reason", format, args);
	record_end();
	va_end(args);
}

/* by what the runtime says of itself; a scan without .live keeps size Gs */
static bool refused_unseen(const struct block *block)
{
	const struct bench *bench = block->bench;
	uint32_t lacks = bench->needs & ~rt_info.abilities;
	uint64_t live = bench->live ? bench->live : block->call->size;

	if (lacks)
		refuse("needs %s", subject_names(lacks));
	else if (rt_info.max_live && live > rt_info.max_live)
		refuse("%llu Gs at once, holds %llu", (unsigned long long)live,
			(unsigned long long)rt_info.max_live);
	else
		return false;
	return true;
}

bool refused_by_body(const struct lap_state *state)
{
	if (state->refused[0])
		refuse("%s", state->refused);
	return state->refused[0] != '\0';
}

bool refused_as_slow(
	const struct block *block, uint64_t n, const struct lap_state *state)
{
	if (block->call->n || state->wall_ns <= patience_ns(block))
		return false;
	refuse("%llu x %s takes %.1f s", (unsigned long long)n,
		block->bench->unit ? block->bench->unit : "operation",
		state->wall_ns * 1e-9);
	return true;
}

/* --------------------------------------------------------------------- a block */

static int64_t migrations_in(const char *path)
{
	FILE *file = fopen(path, "re");
	char line[128];
	long long n = -1;

	while (file && n < 0 && fgets(line, sizeof(line), file))
		if (sscanf(line, "se.nr_migrations : %lld", &n) != 1)
			n = -1;
	if (file)
		fclose(file);
	return n;
}

/* how often a thread of ours went to another CPU, where the kernel says so */
static void record_migrations(void)
{
	DIR *tasks = opendir("/proc/self/task");
	struct dirent *task;
	char path[300];
	int64_t all = -1, one;

	while (tasks && (task = readdir(tasks)) != NULL) {
		snprintf(path, sizeof(path), "/proc/self/task/%s/sched",
			task->d_name);
		one = *task->d_name == '.' ? -1 : migrations_in(path);
		if (one >= 0)
			all = (all < 0 ? 0 : all) + one;
	}
	if (tasks)
		closedir(tasks);
	if (all >= 0)
		record_int("migrations", all);
}

static void record_proof(const struct block *block)
{
	struct rusage used;

	record("proof");
	record_uint("expected", block->expected);
	record_uint("observed", block->observed);
	record_end();
	getrusage(RUSAGE_SELF, &used);
	record("counters");
	record_int("utime_us",
		used.ru_utime.tv_sec * 1000000 + used.ru_utime.tv_usec);
	record_int("stime_us",
		used.ru_stime.tv_sec * 1000000 + used.ru_stime.tv_usec);
	record_int("minflt", used.ru_minflt);
	record_int("majflt", used.ru_majflt);
	record_int("nvcsw", used.ru_nvcsw);
	record_int("nivcsw", used.ru_nivcsw);
	record_int("maxrss_kb", used.ru_maxrss);
	record_migrations();
	record_end();
}

static void run_batches(struct block *block, uint64_t n)
{
	int batches = block->call->batches ? block->call->batches : BATCHES;
	int64_t start = now_ns();
	struct lap_state state;

	for (int i = 0; i < batches; i++) {
		uint64_t done = run_batch(block, n, &state);

		if (refused_by_body(&state) ||
			refused_as_slow(block, done, &state))
			return;
		record_batch(block, done, &state);
		if (now_ns() - start > patience_ns(block))
			break;
	}
	record_proof(block);
}

static void run_block(void *arg)
{
	struct block *block = arg;

	if (!refused_unseen(block)) {
		uint64_t n = n_of_block(block);

		if (n)
			run_batches(block, n);
	}
	record("end");
	record_nonce();
	record_end();
}

const struct bench *subject_bench(const char *id)
{
	for (const struct bench *const *at = subject_benches(); id && *at; at++)
		if (strcmp(subject_id((*at)->file), id) == 0)
			return *at;
	return NULL;
}

COMMAND("bench")
{
	struct block block = {.call = call};
	int procs = call->procs;

	block.bench = subject_bench(call->id);
	if (!block.bench) {
		fprintf(stderr, "no benchmark '%s'\n",
			call->id ? call->id : "");
		return STATUS_WRONG_CALL;
	}
	if (!procs)
		procs = block.bench->procs ? block.bench->procs : 1;
	record("begin");
	record_text("id", call->id);
	record_int("procs", procs);
	record_uint("size", call->size);
	record_uint("seed", call->seed);
	record_end();
	return subject_run(procs, run_block, &block);
}
