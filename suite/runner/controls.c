/*
 * controls.c - does this run measure right?  Asked of one benchmark, in every
 * round: its first runtime once more, which must not come out as another, and
 * the same with a planted cost, which must come out.
 *
 * A planted arm does 1.05 times the operations that it is asked for, and its
 * samples name those that it was asked for.
 */
#include "runner.h"

#include <math.h>

json_t *controls, *controls_why;

enum { LIVE_MAX = 16 }; /* more round n so that 5 % are lost */

static struct row row;

/* a benchmark whose batch is any number of operations, and short */
static bool can_carry(const struct row *r, const struct cell *c)
{
	return cell_runs(c) && c->batches > 1 &&
	       field_int(r->record, "procs") == 1 && r->size == 0 &&
	       strcmp(field(r->record, "kind"), "time") == 0 &&
	       field_int(r->record, "n") == 0 && c->n >= 200 &&
	       field_int(r->record, "live") <= LIVE_MAX;
}

/* how much the costs that its calibration saw differ, each from the next */
static double unrest(const struct cell *c)
{
	json_t *seen = json_object_get(c->result, "linearity");
	json_t *ops = json_object_get(seen, "ops"),
	       *ns = json_object_get(seen, "ns");
	double sum = 0, last = 0;
	size_t n = json_array_size(ops);

	for (size_t i = 0; i < n; i++) {
		double cost = json_number_value(json_array_get(ns, i)) /
		              json_number_value(json_array_get(ops, i));

		sum += last > 0 ? fabs(log(cost / last)) : 0;
		last = cost;
	}
	return n ? sum / n : HUGE_VAL;
}

/* the quietest of the first runtime that has one; a limit where none has */
static const struct cell *find_carrier(
	const struct row *rows, int nrows, const struct row **of)
{
	const struct cell *best = NULL;

	for (int i = 0; i < nrows; i++)
		for (int k = 0; k < rows[i].ncells; k++) {
			const struct cell *c = &rows[i].cells[k];

			if (!can_carry(&rows[i], c) ||
				(best && (c->subject > best->subject ||
						 unrest(c) >= unrest(best))))
				continue;
			*of = &rows[i];
			best = c;
		}
	return best;
}

static void add_arm(const struct cell *like, const char *name, double planted)
{
	struct cell *c = add_cell(&row, like->subject, name, row.record);

	c->n = like->n;
	c->batch_ms = like->batch_ms;
	c->planted = planted;
	cell_effort(c);
	json_object_set_new(c->result, "n", json_integer(c->n));
	json_object_set_new(c->result, "planted", json_real(planted));
}

void plan_controls(const struct row *rows, int nrows)
{
	const struct row *of = NULL;
	const struct cell *like = find_carrier(rows, nrows, &of);
	char name[40];

	if (!like) {
		controls_why = json_string("no benchmark here has short "
					   "batches of any size, on one P");
		return;
	}
	controls = json_pack("{s:s, s:s, s:s, s:s, s:[]}", "id", "controls",
		"bench", of->id, "kind", "time", "runtime", like->subject->name,
		"results");
	row = (struct row){
		.record = of->record, .entry = controls, .id = "controls"};
	row.cells = grown(NULL, 2 + args.nplant, sizeof(*row.cells));
	add_arm(like, "base", 1);
	add_arm(like, "same", 1);
	for (int i = 0; i < args.nplant; i++) {
		snprintf(name, sizeof(name), "+%g %%", args.plant[i]);
		add_arm(like, name, 1 + args.plant[i] / 100);
	}
}

void run_controls(int round, uint64_t *state)
{
	if (controls && !interrupted)
		run_round(&row, round, state);
}
