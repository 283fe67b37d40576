/*
 * report.c - the journal, a line an event, always a valid prefix; and run.json,
 * whole or not at all: a file beside it, synced, then renamed over it.
 */
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int journal_fd = -1;
static struct timespec began;
static json_t *host, *timer, *before;
static char started[40], run_id[64];

void start_clock(void)
{
	struct timespec wall;
	struct tm tm;
	size_t n;

	clock_gettime(CLOCK_MONOTONIC, &began);
	clock_gettime(CLOCK_REALTIME, &wall);
	gmtime_r(&wall.tv_sec, &tm);
	n = strftime(started, sizeof(started), "%Y-%m-%dT%H:%M:%S", &tm);
	snprintf(started + n, sizeof(started) - n, ".%03ldZ",
		wall.tv_nsec / 1000000);
	n = strftime(run_id, sizeof(run_id), "%Y%m%dT%H%M%SZ", &tm);
	snprintf(run_id + n, sizeof(run_id) - n, "-%04x", getpid() & 0xffff);
}

double since_start(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec - began.tv_sec + (t.tv_nsec - began.tv_nsec) / 1e9;
}

static _Noreturn void fail(const char *path)
{
	fprintf(stderr, "runner: %s: %s\n", path, strerror(errno));
	exit(INFRASTRUCTURE);
}

static void write_all(int fd, const char *bytes, size_t n, const char *path)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			fail(path);
		bytes += done;
		n -= done;
	}
}

void journal(const char *kind, json_t *record)
{
	json_t *line = json_pack("{s:s, s:o, s:O}", "event", kind, "t_ms",
		number(since_start() * 1e3), "record", record);
	char *text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
	size_t n = strlen(text);

	text[n] = '\n';
	if (journal_fd >= 0)
		write_all(journal_fd, text, n + 1, "journal.jsonl");
	free(text);
	json_decref(line);
}

static void make_dirs(const char *path)
{
	char copy[4096];

	snprintf(copy, sizeof(copy), "%s", path);
	for (char *at = copy + 1; *at; at++)
		if (*at == '/') {
			*at = '\0';
			mkdir(copy, 0777);
			*at = '/';
		}
	if (mkdir(copy, 0777) && errno != EEXIST)
		fail(path);
}

/* before anything runs: it must be possible to write there */
void open_out(void)
{
	char path[4200];

	make_dirs(args.out);
	snprintf(path, sizeof(path), "%s/journal.jsonl", args.out);
	journal_fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (journal_fd < 0)
		fail(path);
	host = host_facts();
	timer = timer_facts();
	before = noise_now();
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
	if (args.whole)
		json_array_append_new(list, json_string("whole"));
	return list;
}

static json_t *run_facts(void)
{
	char seed[24];

	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)args.seed);
	return json_pack("{s:s, s:s, s:o, s:o, s:s, s:b, s:o, s:o, s:i, s:o}",
		"id", run_id, "started", started, "duration_s",
		number(since_start()), "argv", argv_list(), "seed", seed,
		"complete", !interrupted, "signal",
		interrupted ? json_integer(interrupted) : json_null(), "parts",
		parts(), "rounds", args.rounds, "procs",
		json_pack("[i]", args.procs[0]));
}

/* facts of the build, taken from the first subject that built */
static json_t *build_fact(const char *key)
{
	size_t i;
	json_t *entry;

	json_array_foreach(runtimes, i, entry)
	{
		json_t *value = json_object_get(
			json_object_get(entry, "build"), key);

		if (value)
			return json_incref(value);
	}
	return json_null();
}

static json_t *all_of_it(int code, json_t *reasons)
{
	json_t *revision = build_fact("revision");
	const char *text = json_string_value(revision);
	json_t *run = json_object();

	json_object_set_new(run, "schema",
		json_pack("{s:s, s:s}", "name", "gort-run", "version", "1.0.0"));
	json_object_set_new(run, "run", run_facts());
	json_object_set_new(run, "suite",
		json_pack("{s:o, s:b}", "revision", revision, "dirty",
			text && strstr(text, "-dirty") != NULL));
	json_object_set(run, "host", host);
	json_object_set(run, "timer", timer);
	json_object_set_new(run, "noise",
		json_pack("{s:O, s:o}", "before", before, "after", noise_now()));
	json_object_set_new(run, "toolchain",
		json_pack("{s:o, s:o}", "cc", build_fact("cc"), "cflags",
			build_fact("cflags")));
	json_object_set(run, "runtimes", runtimes);
	json_object_set(run, "checks", catalogue);
	json_object_set_new(
		run, "conformance", json_pack("{s:O}", "checks", conformance));
	json_object_set(run, "benchmarks", benchmarks);
	json_object_set(run, "whole_process", whole_process);
	json_object_set(run, "warnings", warnings);
	json_object_set_new(run, "exit",
		json_pack("{s:i, s:O}", "code", code, "reasons", reasons));
	return run;
}

void write_run(int code, json_t *reasons)
{
	char path[4200], temporary[4200];
	json_t *run = all_of_it(code, reasons);
	char *text = json_dumps(
		run, JSON_SORT_KEYS | JSON_INDENT(1) | JSON_REAL_PRECISION(9));
	int fd, dir;

	snprintf(path, sizeof(path), "%s/run.json", args.out);
	snprintf(temporary, sizeof(temporary), "%s/.run.json.%d", args.out,
		getpid());
	fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		fail(temporary);
	write_all(fd, text, strlen(text), path);
	write_all(fd, "\n", 1, path);
	if (fsync(fd) || close(fd) || rename(temporary, path))
		fail(path);
	dir = open(args.out, O_RDONLY | O_DIRECTORY);
	if (dir >= 0) {
		fsync(dir);
		close(dir);
	}
	free(text);
	json_decref(run);
}
