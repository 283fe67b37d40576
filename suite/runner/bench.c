/*
 * bench.c - benchmarks: rounds, and in each a block of every runtime.
 *
 * A cell is one benchmark at one size on one runtime.  It is calibrated once;
 * from then on every round runs one block of it, a fresh process, and within a
 * round the runtimes of one benchmark take turns in an order that a seed deals
 * anew, rotated so that each comes first equally often.
 */
#include "runner.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_LIMIT_MS = 30000, TOO_LONG_MS = 2500,
	COSTLY_MS = 250,    /* a cell that takes longer does one batch a block, */
	CELL_MS = 2500,     /* and as many blocks as fit in here, */
	FEWEST_ROUNDS = 4 }; /* but not fewer than these */

json_t *benchmarks;

struct cell {
	const struct subject *subject;
	json_t *result, *blocks;
	int64_t n;           /* operations a batch, from the calibration */
	int rounds, batches; /* blocks, and batches in each */
};

struct row {
	json_t *record, *entry; /* of `list`, and of benchmarks[] */
	const char *id;
	int64_t size;
	struct cell *cells;
	int ncells;
	int first[64];          /* order of the current turn of rounds */
};

static struct row *rows;
static int nrows;

static bool runs(const struct cell *c)
{
	return strcmp(field(c->result, "status"), "ok") == 0;
}

static void end_cell(struct cell *c, const char *status, const char *reason)
{
	json_object_set_new(c->result, "status", json_string(status));
	json_object_set_new(c->result, "reason", utf8(reason));
}

/* one-P benchmarks have one CPU to themselves: the last one we may use */
static const cpu_set_t *one_cpu(int64_t procs)
{
	static cpu_set_t set;
	cpu_set_t all;

	if (procs != 1 || sched_getaffinity(0, sizeof(all), &all))
		return NULL;
	CPU_ZERO(&set);
	for (int i = CPU_SETSIZE - 1; i >= 0; i--)
		if (CPU_ISSET(i, &all)) {
			CPU_SET(i, &set);
			return &set;
		}
	return NULL;
}

static struct child block_child(struct row *row, struct cell *c, int64_t n,
	int batches, uint64_t seed)
{
	static char texts[4][24];
	static char *argv[13];

	snprintf(texts[0], 24, "%lld", (long long)row->size);
	snprintf(texts[1], 24, "%lld", (long long)n);
	snprintf(texts[2], 24, "%d", batches);
	snprintf(texts[3], 24, "%llu", (unsigned long long)seed);
	char *const line[13] = {(char *)c->subject->path, "bench",
		(char *)field(row->record, "id"), "--size", texts[0], "--n",
		texts[1], "--batches", texts[2], "--seed", texts[3], NULL};

	memcpy(argv, line, sizeof(line));
	struct child child = {.argv = argv,
		.limit_ms = BLOCK_LIMIT_MS,
		.cpus = one_cpu(field_int(row->record, "procs"))};

	child_run(&child);
	return child;
}

/* the reason why a block is no measurement; NULL when it is one */
static const char *trouble(const struct child *child, const char **status)
{
	static char text[512];
	size_t i;
	json_t *r;

	*status = "failed";
	json_array_foreach(child->records, i, r)
	{
		if (strcmp(field(r, "record"), "refused") == 0) {
			*status = "unsupported";
			return strcpy(text, field(r, "reason"));
		}
		if (strcmp(field(r, "record"), "proof") == 0 &&
			strcmp(field(r, "expected"), field(r, "observed"))) {
			*status = "invalid";
			snprintf(text, sizeof(text),
				"did %s operations, should have done %s",
				field(r, "observed"), field(r, "expected"));
			return text;
		}
	}
	if (child->hung)
		return "not ended in time";
	if (child->ended && child->exit_code == 0)
		return NULL;
	snprintf(text, sizeof(text), "ended with status %d: %.300s",
		child->exit_code, child->output);
	return text;
}

static json_t *counters(json_t *record)
{
	json_t *entry = json_object(), *value;
	const char *key;

	json_object_foreach(record, key, value) if (strcmp(key, "record"))
		json_object_set_new(entry, key, json_integer(field_int(record, key)));
	return entry;
}

/* the events of one record: one number, or several with commas */
static void add_events(json_t *events, const char *list)
{
	for (char *end; *list; list = *end ? end + 1 : end) {
		long long ns = strtoll(list, &end, 10);

		if (end == list)
			return;
		json_array_append_new(events, json_integer(ns));
	}
}

static json_t *block_entry(const struct child *child)
{
	json_t *b = json_pack("{s:[], s:[], s:[], s:o}", "samples", "events",
		"values", "wall_ms", number(child->ms));
	size_t i;
	json_t *r;

	json_array_foreach(child->records, i, r)
	{
		const char *kind = field(r, "record");

		if (strcmp(kind, "sample") == 0)
			json_array_append_new(json_object_get(b, "samples"),
				json_pack("[I, I]",
					(json_int_t)field_int(r, "ns"),
					(json_int_t)field_int(r, "ops")));
		else if (strcmp(kind, "event") == 0)
			add_events(json_object_get(b, "events"), field(r, "ns"));
		else if (strcmp(kind, "value") == 0)
			json_array_append_new(json_object_get(b, "values"),
				number(strtod(field(r, "value"), NULL)));
		else if (strcmp(kind, "proof") == 0)
			json_object_set_new(b, "proof",
				json_pack("{s:I, s:I}", "expected",
					(json_int_t)field_int(r, "expected"),
					"observed",
					(json_int_t)field_int(r, "observed")));
		else if (strcmp(kind, "counters") == 0)
			json_object_set_new(b, "counters", counters(r));
	}
	return b;
}

/* how often, given that one batch takes so long with all its preparations */
static void set_effort(struct cell *c, double batch_ms)
{
	int fit = CELL_MS / (batch_ms + 1);

	c->rounds = args.rounds;
	c->batches = args.batches;
	if (batch_ms > COSTLY_MS) {
		c->batches = 1;
		fit = fit < FEWEST_ROUNDS ? FEWEST_ROUNDS : fit;
		c->rounds = fit < args.rounds ? fit : args.rounds;
	}
	json_object_set_new(c->result, "n", json_integer(c->n));
	json_object_set_new(c->result, "rounds", json_integer(c->rounds));
	json_object_set_new(c->result, "batches", json_integer(c->batches));
}

/* what the first look at a cell says: n, and whether it can be run at all */
static void calibrate(struct row *row, struct cell *c)
{
	const char *status, *why;
	struct child child = block_child(row, c, 0, 1, args.seed);
	size_t i;
	json_t *r;

	why = trouble(&child, &status);
	c->n = field_int(row->record, "n");
	json_array_foreach(child.records, i, r) if (
		strcmp(field(r, "record"), "calibrated") == 0) c->n =
		field_int(r, "n");
	if (why && !interrupted)
		end_cell(c, status, why);
	else if (child.ms > TOO_LONG_MS && c->n == field_int(row->record, "n"))
		end_cell(c, "unsupported", "a block takes more than 2 s");
	set_effort(c, child.ms);
	child_free(&child);
}

static void block(struct row *row, struct cell *c, int round, int position)
{
	const char *status, *why;
	double at = since_start() * 1e3;
	struct child child =
		block_child(row, c, c->n, c->batches, args.seed + round);
	json_t *b = block_entry(&child);

	why = trouble(&child, &status);
	if (why && !interrupted)
		end_cell(c, status, why);
	json_object_set_new(b, "round", json_integer(round));
	json_object_set_new(b, "position", json_integer(position));
	json_object_set_new(b, "t_ms", number(at));
	if (!interrupted) {
		json_t *line = json_pack("{s:s, s:s, s:O}", "id", row->id,
			"runtime", c->subject->name, "block", b);

		journal("block", line);
		json_decref(line);
		json_array_append(c->blocks, b);
	}
	json_decref(b);
	child_free(&child);
}

static void add_cell(struct row *row, const struct subject *s)
{
	struct cell *c = &row->cells[row->ncells++];

	c->subject = s;
	c->result = json_pack("{s:s, s:s, s:s, s:i, s:[]}", "runtime", s->name,
		"status", "ok", "reason", "", "n", 0, "blocks");
	c->blocks = json_object_get(c->result, "blocks");
	json_array_append(json_object_get(row->entry, "results"), c->result);
}

static void add_row(json_t *record, int64_t size)
{
	char id[200];
	const char *texts[] = {"what", "unit", "kind", "limit", "file"};

	rows = realloc(rows, (nrows + 1) * sizeof(*rows));
	struct row *row = &rows[nrows++];

	snprintf(id, sizeof(id), size ? "%s:%lld" : "%s", field(record, "id"),
		(long long)size);
	*row = (struct row){.record = record, .size = size, .id = strdup(id)};
	row->cells = calloc(nsubjects, sizeof(*row->cells));
	row->entry = json_pack("{s:s, s:s, s:I, s:I, s:o, s:[], s:{s:i, s:i, "
			       "s:b}}",
		"id", id, "bench", field(record, "id"), "size", (json_int_t)size,
		"procs", (json_int_t)field_int(record, "procs"), "needs",
		text_list(field(record, "needs")), "results", "design", "rounds",
		args.rounds, "batches", args.batches, "n_fixed",
		field_int(record, "n") != 0);
	for (int i = 0; i < 5; i++)
		json_object_set_new(
			row->entry, texts[i], utf8(field(record, texts[i])));
	json_array_append(benchmarks, row->entry);
	for (int i = 0; i < nsubjects; i++) {
		size_t k;
		json_t *other;

		json_array_foreach(subjects[i].benches, k, other) if (strcmp(
			field(other, "id"), field(record, "id")) == 0)
			add_cell(row, &subjects[i]);
	}
}

static bool known(const char *id)
{
	for (int i = 0; i < nrows; i++)
		if (strcmp(field(rows[i].record, "id"), id) == 0)
			return true;
	return false;
}

static void plan(void)
{
	for (int i = 0; i < nsubjects; i++) {
		size_t k;
		json_t *record;

		json_array_foreach(subjects[i].benches, k, record)
		{
			const char *id = field(record, "id");
			json_t *sizes = text_list(field(record, "sizes")), *size;
			size_t s;

			if (matches(id) && !known(id)) {
				json_array_foreach(sizes, s, size) add_row(record,
					strtoll(json_string_value(size), NULL, 10));
				if (!json_array_size(sizes))
					add_row(record, 0);
			}
			json_decref(sizes);
		}
	}
}

static void round_of(struct row *row, int round, uint64_t *state)
{
	int n = row->ncells;

	if (round % n == 0) {
		for (int i = 0; i < n; i++)
			row->first[i] = i;
		shuffle(row->first, n, state);
	}
	for (int i = 0; i < n && !interrupted; i++) {
		struct cell *c = &row->cells[row->first[(i + round) % n]];

		if (runs(c) && round < c->rounds)
			block(row, c, round, i);
	}
}

static void say_trouble(const struct row *row)
{
	for (int i = 0; i < row->ncells; i++) {
		const struct cell *c = &row->cells[i];
		const char *status = field(c->result, "status");

		if (strcmp(status, "failed") == 0 || strcmp(status, "invalid") == 0)
			progress_say("%s %s %s: %s\n", status, row->id,
				c->subject->name, field(c->result, "reason"));
	}
}

void run_benches(void)
{
	uint64_t state = args.seed;

	plan();
	progress_begin("calibrate", nrows);
	for (int i = 0; i < nrows && !interrupted; i++) {
		progress_step(rows[i].id);
		for (int k = 0; k < rows[i].ncells && !interrupted; k++)
			calibrate(&rows[i], &rows[i].cells[k]);
	}
	progress_end();
	progress_begin("measure", nrows * args.rounds);
	for (int round = 0; round < args.rounds; round++)
		for (int i = 0; i < nrows && !interrupted; i++) {
			progress_step(rows[i].id);
			round_of(&rows[i], round, &state);
		}
	progress_end();
	for (int i = 0; i < nrows; i++)
		say_trouble(&rows[i]);
}
