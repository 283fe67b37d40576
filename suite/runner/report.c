/* report.c - run.json: what was run, where, by whom, and what came of it. */
#include "runner.h"

#include <time.h>
#include <unistd.h>

static struct timespec begun;
static json_t *host, *timer, *before;
static char started[40], run_id[64];

/* run.sh names the directory of a run before there is a run: RT_RUN_ID */
static void name_run(const struct tm *tm)
{
	const char *given = getenv("RT_RUN_ID");
	size_t n;

	if (given && *given) {
		snprintf(run_id, sizeof(run_id), "%s", given);
		return;
	}
	n = strftime(run_id, sizeof(run_id), "%Y%m%dT%H%M%SZ", tm);
	snprintf(run_id + n, sizeof(run_id) - n, "-%04x", getpid() & 0xffff);
}

void start_clock(void)
{
	struct timespec wall;
	struct tm tm;
	size_t n;

	clock_gettime(CLOCK_MONOTONIC, &begun);
	clock_gettime(CLOCK_REALTIME, &wall);
	gmtime_r(&wall.tv_sec, &tm);
	n = strftime(started, sizeof(started), "%Y-%m-%dT%H:%M:%S", &tm);
	snprintf(started + n, sizeof(started) - n, ".%03ldZ",
		wall.tv_nsec / 1000000);
	name_run(&tm);
}

double since_start(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec - begun.tv_sec + (t.tv_nsec - begun.tv_nsec) / 1e9;
}

static json_t *argv_list(void)
{
	json_t *list = json_array();

	for (int i = 1; i < args.argc; i++)
		json_array_append_new(list, utf8(args.argv[i]));
	return list;
}

static json_t *parts(void)
{
	json_t *list = json_array();

	if (args.check)
		json_array_append_new(list, json_string("check"));
	if (args.bench)
		json_array_append_new(list, json_string("bench"));
	if (args.count)
		json_array_append_new(list, json_string("count"));
	if (args.whole)
		json_array_append_new(list, json_string("whole"));
	return list;
}

static json_t *procs(void)
{
	json_t *list = json_array();

	for (int i = 0; i < args.nprocs; i++)
		json_array_append_new(list, json_integer(args.procs[i]));
	return list;
}

static json_t *run_facts(void)
{
	char seed[24];
	json_t *facts;

	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)args.seed);
	facts = json_pack("{s:o, s:s, s:o, s:o, s:s, s:b, s:o, s:o, s:i, s:o}",
		"id", utf8(run_id), "started", started, "duration_s",
		number(since_start()), "argv", argv_list(), "seed", seed,
		"complete", !interrupted, "signal",
		interrupted ? json_integer(interrupted) : json_null(), "parts",
		parts(), "rounds", args.rounds, "procs", procs());
	json_object_set_new(facts, "baseline",
		args.baseline ? utf8(args.baseline) : json_null());
	json_object_set_new(facts, "threshold",
		args.threshold > 0 ? json_real(args.threshold / 100)
				   : json_null());
	return facts;
}

void begin_run(void)
{
	json_t *facts;

	host = host_facts();
	timer = timer_facts();
	before = noise_now();
	facts = run_facts();
	journal("run", facts);
	json_decref(facts);
}

/* facts of the build: of subject limit, which the suite's own compiler has made
 * as it makes all that is C, else of the first that built */
static json_t *build_fact(const char *key)
{
	size_t i;
	json_t *entry, *found = NULL;

	for (i = 0; (entry = json_array_get(runtimes, i)) != NULL; i++) {
		json_t *value =
			json_object_get(json_object_get(entry, "build"), key);

		if (value &&
			(!found || strcmp(field(entry, "kind"), "limit") == 0))
			found = value;
	}
	return found ? json_incref(found) : json_null();
}

static json_t *all_of_it(int code, json_t *reasons)
{
	json_t *revision = build_fact("revision");
	const char *text = json_string_value(revision);
	json_t *run = json_object();

	json_object_set_new(run, "schema",
		json_pack(
			"{s:s, s:s}", "name", "gort-run", "version", "1.0.0"));
	json_object_set_new(run, "run", run_facts());
	json_object_set_new(run, "suite",
		json_pack("{s:o, s:b}", "revision", revision, "dirty",
			text && strstr(text, "-dirty") != NULL));
	json_object_set(run, "host", host);
	json_object_set(run, "timer", timer);
	json_object_set_new(run, "noise",
		json_pack(
			"{s:O, s:o}", "before", before, "after", noise_now()));
	json_object_set_new(run, "toolchain",
		json_pack("{s:o, s:o}", "cc", build_fact("cc"), "cflags",
			build_fact("cflags")));
	json_object_set(run, "runtimes", runtimes);
	json_object_set(run, "checks", catalogue);
	json_object_set_new(
		run, "conformance", json_pack("{s:O}", "checks", conformance));
	json_object_set(run, "benchmarks", benchmarks);
	json_object_set_new(run, "controls",
		controls ? json_incref(controls) : json_null());
	json_object_set_new(run, "controls_why",
		controls_why ? json_incref(controls_why) : json_null());
	json_object_set(run, "whole_process", whole_process);
	json_object_set(run, "warnings", warnings);
	json_object_set_new(run, "exit",
		json_pack("{s:i, s:O}", "code", code, "reasons", reasons));
	return run;
}

void write_run(int code, json_t *reasons)
{
	json_t *run = all_of_it(code, reasons);
	char *text = json_dumps(
		run, JSON_SORT_KEYS | JSON_INDENT(1) | JSON_REAL_PRECISION(9));

	write_out("run.json", text);
	journal("end", json_object_get(run, "exit"));
	free(text);
	json_decref(run);
}
