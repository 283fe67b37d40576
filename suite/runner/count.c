/*
 * count.c - exact counts of an operation, from a subject that steps through it.
 *
 * They need no round and no statistics: a count that is told is the same in every
 * run of the same program.
 */
#include "runner.h"

enum { COUNT_LIMIT_MS = 60000 };

static void put(struct cell *c, json_t *counts, const char *why)
{
	json_object_set_new(c->result, "counts", counts ? counts : json_null());
	json_object_set_new(
		c->result, "counts_why", counts ? json_null() : utf8(why));
}

static struct child call_count(const struct row *row, const struct cell *c)
{
	char size[24], steps[24];
	char *argv[] = {(char *)c->subject->path, "count",
		(char *)field(row->record, "id"), "--size", size, "--steps",
		steps, NULL};
	struct child child = {.argv = argv,
		.limit_ms = COUNT_LIMIT_MS + args.steps / 10,
		.cpus = one_cpu()};

	snprintf(size, sizeof(size), "%lld", (long long)row->size);
	snprintf(steps, sizeof(steps), "%d", args.steps);
	child_run(&child);
	child.argv = NULL;
	return child;
}

static json_t *told(const struct child *child)
{
	json_t *count = first_of(child->records, "count"),
	       *usage = first_of(child->records, "usage"), *counts;

	if (!child->ended || !count)
		return NULL;
	counts = record_fields(count);
	if (usage)
		json_object_set_new(counts, "usage", record_fields(usage));
	return counts;
}

void cell_count(const struct row *row, struct cell *c)
{
	struct child child;
	json_t *refused;

	if (!cell_runs(c)) {
		put(c, NULL, field(c->result, "reason"));
		return;
	}
	child = call_count(row, c);
	refused = first_of(child.records, "refused");
	put(c, told(&child),
		refused      ? field(refused, "reason")
		: child.hung ? "it takes too long"
			     : "the subject cannot step through itself");
	if (args.verbose && refused)
		progress_say("not counted %s %s: %s\n", row->id,
			c->subject->name, field(refused, "reason"));
	child_free(&child);
}
