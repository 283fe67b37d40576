/* block.c - what a block said, in the form of run.json. */
#include "runner.h"

json_t *record_fields(json_t *record)
{
	json_t *entry = json_object();
	void *at = json_object_iter(record);

	for (; at; at = json_object_iter_next(record, at)) {
		const char *key = json_object_iter_key(at);

		if (strcmp(key, "record") != 0)
			json_object_set_new(entry, key,
				strstr(key, "why")
					? utf8(field(record, key))
					: json_integer(field_int(record, key)));
	}
	return entry;
}

/* one number, or several with commas */
static void add_events(json_t *events, const char *list)
{
	char *end;

	for (; *list; list = *end ? end + 1 : end) {
		long long ns = strtoll(list, &end, 10);

		if (end == list)
			return;
		json_array_append_new(events, json_integer(ns));
	}
}

/* a planted arm reports the operations of its fellow, and did more */
static json_t *sample(const struct cell *c, json_t *record)
{
	return json_pack("[I, I]", (json_int_t)field_int(record, "ns"),
		(json_int_t)(field_int(record, "ops") / c->planted + 0.5));
}

static void add_record(const struct cell *c, json_t *block, json_t *record)
{
	if (is(record, "sample"))
		json_array_append_new(
			json_object_get(block, "samples"), sample(c, record));
	else if (is(record, "event"))
		add_events(
			json_object_get(block, "events"), field(record, "ns"));
	else if (is(record, "value"))
		json_array_append_new(json_object_get(block, "values"),
			number(strtod(field(record, "value"), NULL)));
	else if (is(record, "proof") || is(record, "counters"))
		json_object_set_new(
			block, field(record, "record"), record_fields(record));
}

json_t *block_entry(const struct cell *c, const struct child *child, int round,
	int position, double began_ms)
{
	json_t *block = json_pack("{s:i, s:i, s:o, s:o, s:[], s:[], s:[], s:n, "
				  "s:n, s:n}",
		"round", round, "position", position, "t_ms", number(began_ms),
		"wall_ms", number(child->ms), "samples", "events", "values",
		"proof", "counters", "noise");
	size_t i;
	json_t *record;

	for (i = 0; (record = json_array_get(child->records, i)) != NULL; i++)
		add_record(c, block, record);
	return block;
}

/* ---------------------------------------------------------------- linearity */

/* "1,2,4" -> [1, 2, 4] */
static json_t *integers(const char *commas)
{
	json_t *list = json_array();

	add_events(list, commas);
	return list;
}

/* what batches of n, 2n and 4n took, or why nobody looked */
void linearity_put(json_t *result, json_t *linear)
{
	const char *why =
		linear ? field(linear, "why") : "the subject does not say";

	json_object_set_new(result, "linearity",
		linear && !*why ? json_pack("{s:o, s:o}", "ops",
					  integers(field(linear, "ops")), "ns",
					  integers(field(linear, "ns")))
				: json_null());
	json_object_set_new(result, "linearity_why",
		linear && !*why ? json_null() : utf8(why));
}

double linearity_ms(json_t *records)
{
	json_t *linear = first_of(records, "linear");

	return linear ? field_int(linear, "took_ns") * 1e-6 : 0;
}
