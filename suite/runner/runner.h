/*
 * runner.h - the runner: starts subjects as child processes, writes down what
 * they say, and judges nothing but whether a check passed.
 *
 *      args.c - catalogue.c - check.c - attempt.c (judge.c) .
 *                             bench.c - cell.c - block.c ---+- child.c (start.c)
 *                             whole.c -----------------------
 *                             out.c     the journal: every record, as it comes
 *                             report.c  run.json: all of it, at the end
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
#include <stdlib.h>
#include <string.h>

enum exit_status { OK, CONFORMANCE, USAGE, INFRASTRUCTURE };

enum { SUBJECTS_MAX = 64, FEWEST_ROUNDS = 16 };

/* ------------------------------------------------------------------- args.c */

/* NAME=VALUE of an option that may be repeated */
struct pair {
	const char *name, *value;
};

struct list {
	struct pair *at;
	int n;
};

struct args {
	bool check, bench, count, whole; /* --only */
	int steps;                       /* --steps */
	int procs[16], nprocs;           /* --procs */
	double plant[8]; /* --plant: per cent that control arms are dearer by */
	int nplant;
	int repeat, batches;
	int rounds; /* 0: as many as the table needs, from run_benches on */
	uint64_t seed;
	bool shuffle, verbose, full, list, list_json, dry_run;
	const char *out;
	const char
		*baseline; /* whom the report compares with; NULL: its choice */
	double threshold;  /* per cent dearer than that is a failure; 0: none */
	struct list match, expect, failed, folders, wholes, subjects;
	int argc;
	char **argv;
};
extern struct args args;

/* exits with USAGE after a message, or with OK for -h */
void parse_args(int argc, char **argv);

/* an id is wanted when a pattern says so, or there is none, and no !pattern
 * excludes it */
bool matches(const char *id);
bool excluded(const char *id);
bool named(const char *id); /* by a pattern, not just left in */

/* -------------------------------------------------------------- catalogue.c */

struct subject {
	const char *path, *name;
	json_t *runtime;          /* its entry of runtimes[] */
	json_t *checks, *benches; /* records of `list` */
	bool limit;               /* the subject that has no runtime */
};
extern struct subject *subjects;
extern int nsubjects;
extern json_t *runtimes, *catalogue; /* catalogue: checks[], each once */

/* a subject that cannot be asked is recorded as a failed build */
void load_catalogue(void);
int print_catalogue(void);

/* ------------------------------------------------------------------ child.c */

struct child {
	char *const *argv;
	const cpu_set_t *cpus; /* NULL: all that are allowed */
	int limit_ms;
	/* what came out */
	int exit_code; /* 128 + n for signal n */
	int signal;    /* that ended it; 0 when it exited */
	bool hung;     /* SIGQUIT was needed; not when we were interrupted */
	bool left_behind;
	bool ended; /* an `end` record with our nonce */
	double ms, cpu_ms;
	json_t *records; /* see record.c */
	char *out, *err; /* what it printed: head and tail */
};
void child_run(struct child *c); /* exits with INFRASTRUCTURE if it can't */
void child_free(struct child *c);
extern volatile int interrupted; /* the signal that asked us to stop */
void catch_signals(void);

/* ------------------------------------------------------------------- text.c */

/* Bytes that grow.  When tail is set, the first `head` and the last `tail` of
 * them are kept, and how many were cut in between. */
struct text {
	char *at;
	size_t n, size, head, tail, cut;
};
void text_add(struct text *t, const char *bytes, size_t n);
char *text_take(struct text *t); /* to be freed; no NUL inside */

/* ----------------------------------------------------------------- record.c */

/* an object a line: "record" is the first word, the fields are text */
json_t *parse_records(char *text);
bool is(json_t *record, const char *kind);
json_t *first_of(
	json_t *records, const char *kind); /* NULL when there is none */
const char *field(json_t *record, const char *key); /* "" when absent */
int64_t field_int(json_t *record, const char *key);
json_t *text_list(const char *commas);           /* "a,b" -> ["a", "b"] */
json_t *utf8(const char *text);                  /* never NULL: repaired */
json_t *number(double value);                    /* null when not finite */
void *grown(void *array, size_t n, size_t size); /* room for n; never NULL */

uint64_t random_next(uint64_t *state);
void shuffle(int *order, int n, uint64_t *state);

/* ----------------------------------------------------------------- expect.c */

/* what a runtime is known to fail */
struct expectation {
	const char *runtime, *glob, *verdict, *reason;
};
const struct expectation *expectation_of(const char *runtime, const char *id);
void load_expectations(void);
void report_stale_expectations(void); /* needs the catalogue */

/* ---------------------------------------------- check.c, attempt.c, judge.c */

struct attempt {
	const struct subject *subject;
	json_t *check; /* its record of `list` */
	int procs;
	uint64_t seed;
	const char *status;
	char message[1024];
	int64_t assertions;
};
void judge(struct attempt *a, const struct child *c);

/* run_attempt - one process; row takes the worst status of its attempts */
void run_attempt(const struct subject *s, json_t *check, json_t *row, int procs,
	uint64_t seed);
void row_put(json_t *row, const char *key, const char *text);

/* symbolised - a dump of Gs with names for its code offsets; to be freed */
char *symbolised(const struct subject *s, const char *dump);

extern json_t *conformance;
void run_checks(void);
int plan_checks(void); /* how many attempts there will be */

/* ------------------------------------------------- bench.c, cell.c, block.c */

/* one benchmark at one size on one runtime */
struct cell {
	const struct subject *subject;
	json_t *result, *blocks;
	int64_t n;           /* operations a batch; 0: as the benchmark says */
	double batch_ms;     /* what one took, with all its preparations */
	int rounds, batches; /* blocks, and batches in each */
	double planted; /* of the operations that it says, it does so many */
};

/* one benchmark at one size */
struct row {
	json_t *record, *entry; /* of `list`, and of benchmarks[] */
	char *id;               /* with ":SIZE" for a scan */
	int64_t size;
	struct cell *cells;
	int ncells;
	int turn[SUBJECTS_MAX]; /* order of the current rounds */
};
void cell_calibrate(const struct row *row, struct cell *c);
void cell_effort(struct cell *c); /* its rounds and batches, of args.rounds */
void cell_block(const struct row *row, struct cell *c, int round, int position);
bool cell_runs(const struct cell *c);

/* one-P benchmarks have one CPU to themselves: the last one we may use */
const cpu_set_t *one_cpu(void);
/* the fields of a record: numbers, and text where the key has `why` in it */
json_t *record_fields(json_t *record);
json_t *block_entry(const struct cell *c, const struct child *child, int round,
	int position, double began_ms);

/* what batches of n, 2n and 4n took, or why nobody looked; linear may be NULL */
void linearity_put(json_t *result, json_t *linear);
double linearity_ms(json_t *records); /* that finding it out took */

/* add_cell - with nothing measured yet; name: of the arm, in its result */
struct cell *add_cell(struct row *row, const struct subject *s,
	const char *name, json_t *record);
void run_round(struct row *row, int round, uint64_t *state);

/* ---------------------------------------------------------------- controls.c */

/* what every run measures to see whether it measures right, or null and why */
extern json_t *controls, *controls_why;
void plan_controls(const struct row *rows, int nrows);
void run_controls(int round, uint64_t *state);

/* what one operation of a cell is in instructions and system calls: count.c */
void cell_count(const struct row *row, struct cell *c);

extern json_t *benchmarks;
void plan_rows(void); /* what benchmarks there will be */
void run_benches(void);
void run_counts(void);
int plan_benches(void); /* how many blocks there will be */

/* ------------------------------------------------------------------ noise.c */

/* what the kernel has counted so far, of all that runs; -1 where it says nothing */
struct noise {
	int64_t steal_ticks; /* taken by a hypervisor */
	int64_t throttled; /* periods in which our group had used up its quota */
	int64_t psi_us;    /* that somebody waited for a CPU */
};
struct noise noise_read(void);
json_t *noise_between(const struct noise *before, const struct noise *after);
json_t *noise_now(void);

/* -------------------------------------------------- whole.c, host.c, main.c */

extern json_t *whole_process;
void run_wholes(void);

json_t *host_facts(void);
json_t *timer_facts(void);
const char *line_of(const char *path); /* the first; static buffer */

extern json_t *warnings;
void warn(const char *code, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* ----------------------------------------------------------------- report.c */

void start_clock(void);
double since_start(void); /* seconds */
void begin_run(void);
void write_run(int code, json_t *reasons);

/* ---------------------- out.c: exits with INFRASTRUCTURE when it cannot write */

void open_out(void); /* before anything runs: it must be possible */
void journal(const char *kind, json_t *record); /* borrows record */
void write_out(const char *name, const char *text);

/* ------------------------------------------- progress.c: all goes to stderr */

/* group: printed when it changes, where no terminal is */
void progress_begin(const char *what, int total);
void progress_step(const char *group, const char *detail);
void progress_say(const char *format, ...)
	__attribute__((format(printf, 1, 2)));
void progress_end(void);

#endif
