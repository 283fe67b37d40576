/*
 * bench.c - benchmarks: rounds, and in each a block of every runtime.
 *
 * Every cell is calibrated once; then every round runs one block of it, a new
 * process; the runtimes of one benchmark take turns in an order that the seed
 * deals anew, rotated so that each comes first equally often.
 */
#include "runner.h"

#include <math.h>

json_t *benchmarks;

static struct row *rows;
static int nrows;

/* --------------------------------------------------------------------- plan */

struct cell *add_cell(struct row *row, const struct subject *s,
	const char *name, json_t *record)
{
	struct cell *c = &row->cells[row->ncells++];

	*c = (struct cell){.subject = s, .planted = 1};
	c->result = json_pack("{s:s, s:s, s:s, s:o, s:i, s:[]}", "runtime",
		name, "status", "ok", "reason", "", "note",
		utf8(field(record, "note")), "n", 0, "blocks");
	c->blocks = json_object_get(c->result, "blocks");
	json_array_append(json_object_get(row->entry, "results"), c->result);
	return c;
}

static json_t *find_record(const struct subject *s, const char *id)
{
	size_t i;
	json_t *record;

	for (i = 0; (record = json_array_get(s->benches, i)) != NULL; i++)
		if (strcmp(field(record, "id"), id) == 0)
			return record;
	return NULL;
}

static json_t *row_entry(json_t *record, const char *id, int64_t size)
{
	static const char *const texts[] = {
		"what", "unit", "kind", "limit", "file"};
	json_t *entry = json_pack("{s:s, s:O, s:I, s:I, s:o, s:[], "
				  "s:{s:i, s:i, s:I}}",
		"id", id, "bench", json_object_get(record, "id"), "size",
		(json_int_t)size, "procs",
		(json_int_t)field_int(record, "procs"), "needs",
		text_list(field(record, "needs")), "results", "design",
		"rounds", 0, "batches", args.batches, "n_fixed",
		(json_int_t)field_int(record, "n"));

	for (int i = 0; i < 5; i++)
		json_object_set_new(
			entry, texts[i], utf8(field(record, texts[i])));
	return entry;
}

static void add_row(json_t *record, int64_t size)
{
	struct row *row;
	const char *id = field(record, "id");

	rows = grown(rows, nrows + 1, sizeof(*rows));
	row = &rows[nrows++];
	*row = (struct row){.record = record, .size = size};
	if (asprintf(&row->id, size ? "%s:%lld" : "%s", id, (long long)size) <
		0)
		exit(INFRASTRUCTURE);
	row->cells = grown(NULL, nsubjects, sizeof(*row->cells));
	row->entry = row_entry(record, row->id, size);
	json_array_append(benchmarks, row->entry);
	for (int i = 0; i < nsubjects; i++) {
		json_t *own = find_record(&subjects[i], id);

		if (own)
			add_cell(row, &subjects[i], subjects[i].name, own);
	}
}

static void add_rows(json_t *record)
{
	json_t *sizes = text_list(field(record, "sizes")), *size;
	size_t i;

	for (i = 0; (size = json_array_get(sizes, i)) != NULL; i++)
		add_row(record, strtoll(json_string_value(size), NULL, 10));
	if (!json_array_size(sizes))
		add_row(record, 0);
	json_decref(sizes);
}

static bool known(const char *id)
{
	for (int i = 0; i < nrows; i++)
		if (strcmp(field(rows[i].record, "id"), id) == 0)
			return true;
	return false;
}

/* a limit is measured beside every benchmark that names it */
static bool is_named(const char *limit)
{
	for (int i = 0; i < nrows; i++)
		if (strcmp(field(rows[i].record, "limit"), limit) == 0)
			return !excluded(limit);
	return false;
}

/* what takes long is run only when it is asked for */
static bool wanted(json_t *record)
{
	const char *id = field(record, "id");

	return matches(id) &&
	       (!field_int(record, "full") || args.full || named(id));
}

/* the limits, which other benchmarks name, come last */
void plan_rows(void)
{
	size_t k;
	json_t *record;

	for (int limit = 0; limit < 2; limit++)
		for (int i = 0; i < nsubjects; i++)
			for (k = 0; (record = json_array_get(
					     subjects[i].benches, k)) != NULL;
				k++) {
				const char *id = field(record, "id");

				if (subjects[i].limit == limit && !known(id) &&
					(wanted(record) || is_named(id)))
					add_rows(record);
			}
}

int plan_benches(void)
{
	int blocks = 0;

	for (int i = 0; i < nrows; i++)
		blocks += rows[i].ncells *
		          ((args.rounds ? args.rounds : FEWEST_ROUNDS) + 1);
	return blocks;
}

/* ---------------------------------------------------------------------- run */

static void tell(const struct row *row, const struct cell *c)
{
	const char *status = field(c->result, "status");

	if (strcmp(status, "ok") == 0)
		return;
	if (args.verbose || strcmp(status, "unsupported"))
		progress_say("%s %s %s: %s\n", status, row->id,
			c->subject->name, field(c->result, "reason"));
}

/* comparisons with the first runtime that the table will hold */
static int count_pairs(void)
{
	int pairs = 0;

	for (int i = 0; i < nrows; i++) {
		int running = 0;

		for (int k = 0; k < rows[i].ncells; k++)
			running += !rows[i].cells[k].subject->limit &&
			           cell_runs(&rows[i].cells[k]);
		pairs += running > 1 ? running - 1 : 0;
	}
	return pairs;
}

/*
 * Rounds for so many comparisons at 5 % in all: from as many on, two rounds that
 * say otherwise do not spoil a verdict, 2 P(Bin(n, 1/2) <= 2) <= 0.05 / pairs.
 * Even, so that halves and positions are alike.  Decided before anything is
 * measured, and not changed after.
 */
static int rounds_for(int pairs)
{
	int n = FEWEST_ROUNDS;

	while (2 * ldexp(1 + n + n * (n - 1) / 2.0, -n) >
		0.05 / (pairs ? pairs : 1))
		n += 2;
	return n;
}

static void set_efforts(void)
{
	if (!args.rounds)
		args.rounds = rounds_for(count_pairs() + args.wholes.n);
	for (int i = 0; i < nrows; i++) {
		json_object_set_new(json_object_get(rows[i].entry, "design"),
			"rounds", json_integer(args.rounds));
		for (int k = 0; k < rows[i].ncells; k++)
			cell_effort(&rows[i].cells[k]);
	}
}

static void calibrate(void)
{
	progress_begin("calibrate", nrows);
	for (int i = 0; i < nrows && !interrupted; i++) {
		progress_step("benchmarks", rows[i].id);
		for (int k = 0; k < rows[i].ncells && !interrupted; k++) {
			cell_calibrate(&rows[i], &rows[i].cells[k]);
			tell(&rows[i], &rows[i].cells[k]);
		}
	}
	progress_end();
}

void run_round(struct row *row, int round, uint64_t *state)
{
	int n = row->ncells;

	if (round % n == 0) {
		for (int i = 0; i < n; i++)
			row->turn[i] = i;
		shuffle(row->turn, n, state);
	}
	for (int i = 0; i < n && !interrupted; i++) {
		struct cell *c = &row->cells[row->turn[(i + round) % n]];

		if (!cell_runs(c) || round >= c->rounds)
			continue;
		cell_block(row, c, round, i);
		tell(row, c);
	}
}

static void measure(void)
{
	uint64_t state = args.seed;
	char group[40];

	progress_begin("measure", nrows * args.rounds);
	for (int round = 0; round < args.rounds; round++) {
		snprintf(group, sizeof(group), "round %d of %d", round + 1,
			args.rounds);
		for (int i = 0; i < nrows && !interrupted; i++) {
			progress_step(group, rows[i].id);
			run_round(&rows[i], round, &state);
		}
		run_controls(round, &state);
	}
	progress_end();
}

void run_counts(void)
{
	progress_begin("count", nrows);
	for (int i = 0; i < nrows && !interrupted; i++) {
		progress_step("benchmarks", rows[i].id);
		for (int k = 0; k < rows[i].ncells && !interrupted; k++)
			cell_count(&rows[i], &rows[i].cells[k]);
	}
	progress_end();
}

void run_benches(void)
{
	if (!nrows)
		return;
	calibrate();
	set_efforts();
	plan_controls(rows, nrows);
	measure();
}
