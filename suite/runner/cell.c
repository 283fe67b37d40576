/*
 * cell.c - one benchmark on one runtime: calibrated once, then block by block.
 *
 * What a runtime cannot do is found out by the calibration: `unsupported`.  A
 * block that fails, or does not prove its work, ends the cell.
 */
#include "runner.h"

enum {
	BLOCK_LIMIT_MS = 10000,
	TOO_LONG_MS = 2500,
	FULL_FACTOR =
		4,     /* a benchmark that takes long may take that much more */
	BLOCK_MS = 80, /* a block has as many batches as fit in here, up to
	                 * --batches, SHORT_BLOCK at least */
	SHORT_BLOCK = 4,
	COSTLY_MS = 60, /* a cell that takes longer does one batch a block, */
	CELL_MS = 2500, /* and as many blocks as fit in here, FEWEST_ROUNDS at
			 * least */
};

static int limit_ms(const struct row *row, int ms)
{
	return field_int(row->record, "full") ? FULL_FACTOR * ms : ms;
}

bool cell_runs(const struct cell *c)
{
	return strcmp(field(c->result, "status"), "ok") == 0;
}

static void end_cell(struct cell *c, const char *status, const char *reason)
{
	json_object_set_new(c->result, "status", json_string(status));
	json_object_set_new(c->result, "reason", utf8(reason));
}

const cpu_set_t *one_cpu(void)
{
	static cpu_set_t set;
	cpu_set_t all;
	int cpu = CPU_SETSIZE - 1;

	if (sched_getaffinity(0, sizeof(all), &all))
		return NULL;
	while (cpu > 0 && !CPU_ISSET(cpu, &all))
		cpu--;
	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	return &set;
}

/* n = 0: calibrate */
static struct child run_block(
	const struct row *row, const struct cell *c, int64_t n, int batches)
{
	char size[24], ops[24], count[24], seed[24];
	char *argv[] = {(char *)c->subject->path, "bench",
		(char *)field(row->record, "id"), "--size", size, "--n", ops,
		"--batches", count, "--seed", seed, NULL};
	struct child child = {
		.argv = argv, .limit_ms = limit_ms(row, BLOCK_LIMIT_MS)};

	if (field_int(row->record, "procs") == 1)
		child.cpus = one_cpu();
	snprintf(size, sizeof(size), "%lld", (long long)row->size);
	snprintf(ops, sizeof(ops), "%lld", (long long)(n * c->planted + 0.5));
	snprintf(count, sizeof(count), "%d", batches);
	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)args.seed);
	child_run(&child);
	child.argv = NULL;
	return child;
}

/* -------------------------------------------------------- what a block says */

/* busy, or blocked for ever? */
static void judge_hung(const struct child *child, struct cell *c)
{
	char text[64];

	if (child->cpu_ms < child->ms / 4) {
		end_cell(c, "failed", "hang");
		return;
	}
	snprintf(text, sizeof(text), "one batch takes more than %d s",
		child->limit_ms / 1000);
	end_cell(c, "unsupported", text);
}

static void judge_ending(const struct child *child, struct cell *c)
{
	char text[512];
	int line = strcspn(child->err, "\n");

	snprintf(text, sizeof(text), "%s %d%s%.*s",
		child->signal ? "signal" : "exit status",
		child->signal ? child->signal : child->exit_code,
		line ? ": " : "", line, child->err);
	end_cell(c, "failed", text);
}

static void judge_proof(json_t *proof, struct cell *c)
{
	char text[256];

	if (strcmp(field(proof, "expected"), field(proof, "observed")) == 0)
		return;
	snprintf(text, sizeof(text), "%s operations asked for, %s observed",
		field(proof, "expected"), field(proof, "observed"));
	end_cell(c, "invalid", text);
}

/* whether the block is a measurement; if not, the cell has ended */
static bool judge_block(const struct child *child, struct cell *c)
{
	json_t *refused = first_of(child->records, "refused"),
	       *proof = first_of(child->records, "proof");

	if (interrupted)
		return false;
	if (refused)
		end_cell(c, "unsupported", field(refused, "reason"));
	else if (child->hung)
		judge_hung(child, c);
	else if (!child->ended || child->exit_code)
		judge_ending(child, c);
	else if (child->left_behind)
		end_cell(c, "failed", "left processes behind");
	else if (!proof)
		end_cell(c, "invalid", "nothing proves that the work was done");
	else
		judge_proof(proof, c);
	return cell_runs(c);
}

/* -------------------------------------------------------------- what is run */

void cell_effort(struct cell *c)
{
	int fit = CELL_MS / (c->batch_ms + 1);
	int batches = BLOCK_MS / (c->batch_ms + 1);

	batches = batches < SHORT_BLOCK ? SHORT_BLOCK : batches;
	c->rounds = args.rounds;
	c->batches = batches < args.batches ? batches : args.batches;
	if (c->batch_ms > COSTLY_MS) {
		fit = fit < FEWEST_ROUNDS ? FEWEST_ROUNDS : fit;
		c->rounds = fit < args.rounds ? fit : args.rounds;
		c->batches = 1;
	}
	json_object_set_new(c->result, "rounds", json_integer(c->rounds));
	json_object_set_new(c->result, "batches", json_integer(c->batches));
}

/* a reading that says `costly` may have been disturbed: the lesser of two counts */
static void confirm_cost(const struct row *row, struct cell *c)
{
	struct child child;

	if (c->batch_ms <= COSTLY_MS || !cell_runs(c) || interrupted)
		return;
	child = run_block(row, c, c->n, 1);
	if (child.ended && child.ms < c->batch_ms)
		c->batch_ms = child.ms;
	child_free(&child);
}

void cell_calibrate(const struct row *row, struct cell *c)
{
	struct child child = run_block(row, c, 0, 1);
	json_t *calibrated = first_of(child.records, "calibrated");
	char text[64];

	c->n = field_int(calibrated ? calibrated : row->record, "n");
	c->batch_ms = child.ms - linearity_ms(child.records);
	json_object_set_new(c->result, "n", json_integer(c->n));
	linearity_put(c->result, first_of(child.records, "linear"));
	if (judge_block(&child, c) && child.ms > limit_ms(row, TOO_LONG_MS)) {
		snprintf(text, sizeof(text), "one batch takes %.1f s",
			child.ms / 1e3);
		end_cell(c, "unsupported", text);
	}
	child_free(&child);
	confirm_cost(row, c);
}

static void keep(const struct row *row, struct cell *c, json_t *block)
{
	json_t *line = json_pack("{s:s, s:s, s:O}", "id", row->id, "runtime",
		c->subject->name, "block", block);

	journal("block", line);
	json_decref(line);
	json_array_append(c->blocks, block);
}

void cell_block(const struct row *row, struct cell *c, int round, int position)
{
	double began_ms = since_start() * 1e3;
	struct noise before = noise_read(), after;
	struct child child = run_block(row, c, c->n, c->batches);
	json_t *block = block_entry(c, &child, round, position, began_ms);

	after = noise_read();
	json_object_set_new(block, "noise", noise_between(&before, &after));
	judge_block(&child, c);
	if (!interrupted)
		keep(row, c, block);
	json_decref(block);
	child_free(&child);
}
