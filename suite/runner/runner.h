/*
 * runner.h - the runner: starts subjects as child processes, writes down what
 * they say, and judges nothing but whether a check passed.
 *
 *      args.c ── catalogue.c ── check.c ─┐
 *                               bench.c ─┼─ child.c ── subject
 *                               whole.c ─┘
 *                   journal.c  <── every record, as it comes
 *                   report.c   <── all of it, at the end
 *
 * Everything is a jansson object in the form of run.json (reports/README.md)
 * from the start; the runner has no other model of a run.
 */
#ifndef RUNNER_H
#define RUNNER_H

#include <jansson.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum exit_status { OK, CONFORMANCE, USAGE, INFRASTRUCTURE };

/* NAME=VALUE of an option that may be repeated */
struct pair {
	const char *name, *value;
};

struct list {
	struct pair *at;
	int n;
};

struct args {
	bool check, bench, whole;     /* --only */
	int procs[8], nprocs;         /* --procs */
	int repeat, rounds, batches;
	uint64_t seed;
	bool shuffle, verbose, list, list_json, dry_run;
	const char *out;
	struct list match, expect, failed, wholes, subjects;
	int argc;
	char **argv;
};
extern struct args args;

/* args.c: exits with USAGE after a message, or with OK for -h */
void parse_args(int argc, char **argv);
bool matches(const char *id);

/* catalogue.c: runtimes[] with their tables; a subject that cannot be asked is
 * recorded as a failed build */
struct subject {
	const char *path, *name;
	json_t *runtime;           /* its entry of runtimes[] */
	json_t *checks, *benches;  /* records of `list` */
	bool limit;                /* the subject that has no runtime */
};
extern struct subject *subjects;
extern int nsubjects;
extern json_t *runtimes, *catalogue; /* catalogue: checks[], each once */
void load_catalogue(void);
int print_catalogue(void);

/* child.c */
struct child {
	char *const *argv;
	const cpu_set_t *cpus;     /* NULL: all that are allowed */
	int limit_ms;
	/* what came out */
	int exit_code;             /* 128 + n for signal n */
	bool hung, left_behind, ended; /* ended: an `end` record with our nonce */
	double ms;
	json_t *records;           /* objects: "record", its kind, and the fields, as text */
	char *output;              /* stdout and stderr: head and tail, UTF-8 */
};
void child_run(struct child *c); /* exits with INFRASTRUCTURE if it can't */
void child_free(struct child *c);
extern volatile int interrupted; /* the signal that asked us to stop */
void catch_signals(void);

const char *field(json_t *record, const char *key); /* "" when absent */
int64_t field_int(json_t *record, const char *key);
json_t *text_list(const char *commas);     /* "a,b" -> ["a", "b"] */
json_t *utf8(const char *text);            /* never NULL: repaired, cut */
json_t *number(double value);              /* null when not finite */

/* check.c, bench.c, whole.c: fill these */
extern json_t *conformance, *benchmarks, *whole_process, *warnings;
void run_checks(void);
void run_benches(void);
void run_wholes(void);
void warn(const char *code, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* expect.c: what a runtime is known to fail */
struct expectation {
	const char *runtime, *glob, *verdict, *reason;
	bool used;
};
struct expectation *expectation_of(const char *runtime, const char *id);
void load_expectations(void);
void report_unused_expectations(void);

/* host.c */
json_t *host_facts(void);
json_t *timer_facts(void);
json_t *noise_now(void);

/* report.c: journal and run.json, in --out */
void open_out(void);
void journal(const char *kind, json_t *record); /* borrows record */
void write_run(int code, json_t *reasons);
void start_clock(void);
double since_start(void); /* seconds */

/* progress.c: to stderr */
void progress_begin(const char *what, int total);
void progress_step(const char *doing);
void progress_say(const char *format, ...)
	__attribute__((format(printf, 1, 2)));
void progress_end(void);

uint64_t random_next(uint64_t *state);
void shuffle(int *order, int n, uint64_t *state);

#endif
