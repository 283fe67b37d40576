/* check.c - conformance: every check on every runtime, a process each. */
#include "runner.h"

#include <ctype.h>

json_t *conformance;

static bool is_bad(json_t *row)
{
	const char *status = field(row, "status");

	return strcmp(status, "pass") && strcmp(status, "xfail") &&
	       strcmp(status, "unsupported");
}

/* ---------------------------------------------------------------- one check */

/* the numbers of Ps that it is run at */
static int procs_of(json_t *check, int *procs)
{
	int n = 0;

	if (field_int(check, "procs")) {
		procs[n++] = field_int(check, "procs");
		return n;
	}
	for (int i = 0; i < args.nprocs; i++)
		if (args.procs[i] >= field_int(check, "min_procs"))
			procs[n++] = args.procs[i];
	return n;
}

/* "needs steal ring": what the runtime does not claim; "" when it may be run */
static const char *lacks(const struct subject *s, json_t *check)
{
	static char names[256];
	json_t *needs = text_list(field(check, "needs")), *need, *has;
	size_t i, k;
	int at = 0;

	names[0] = '\0';
	for (i = 0; (need = json_array_get(needs, i)) != NULL; i++) {
		bool found = false;

		for (k = 0; (has = json_array_get(
				     json_object_get(s->runtime, "abilities"),
				     k)) != NULL;
			k++)
			found |= json_equal(need, has);
		if (!found && at < (int)sizeof(names) - 1)
			at += snprintf(names + at, sizeof(names) - at, "%s %s",
				at ? "" : "needs", json_string_value(need));
	}
	json_decref(needs);
	return names;
}

static const char *unsupported(const struct subject *s, json_t *check)
{
	int procs[16];
	const char *reason = lacks(s, check);

	if (!*reason && !procs_of(check, procs))
		return "needs more Ps than --procs names";
	return reason;
}

static void run_attempts(const struct subject *s, json_t *check, json_t *row)
{
	int procs[16], n = procs_of(check, procs);

	for (int r = 0; r < args.repeat; r++)
		for (int i = 0; i < n && !interrupted; i++)
			run_attempt(s, check, row, procs[i], args.seed + r);
}

static void apply_expectation(json_t *row)
{
	const struct expectation *e =
		expectation_of(field(row, "runtime"), field(row, "id"));
	const char *status = field(row, "status");

	if (!e || strcmp(status, "unsupported") == 0)
		return;
	row_put(row, "expected", e->verdict);
	row_put(row, "reason", e->reason);
	if (strcmp(status, e->verdict) == 0)
		row_put(row, "status", "xfail");
	else if (strcmp(status, "pass") == 0)
		row_put(row, "status", "xpass");
}

/* of the attempt that the row shows */
static int procs_shown(json_t *row)
{
	size_t i;
	json_t *a;

	for (i = 0; (a = json_array_get(json_object_get(row, "attempts"), i)) !=
		    NULL;
		i++)
		if (strcmp(field(a, "message"), field(row, "message")) == 0)
			return json_integer_value(json_object_get(a, "procs"));
	return 0;
}

static void tell_bad(json_t *row)
{
	const char *lower = field(row, "status");
	char status[16] = "";

	for (int i = 0; lower[i] && i < 15; i++)
		status[i] = toupper(lower[i]);
	progress_say("%s %s %s procs=%d: %s%s\n", status, field(row, "id"),
		field(row, "runtime"), procs_shown(row), field(row, "message"),
		strcmp(status, "XPASS") ? ""
					: "passes, though expected to fail");
	if (*field(row, "repro"))
		progress_say("  reproduce: %s\n", field(row, "repro"));
	if (args.verbose && *field(row, "stderr_tail"))
		progress_say("%s\n", field(row, "stderr_tail"));
}

static void tell(json_t *row)
{
	if (is_bad(row))
		tell_bad(row);
	else if (args.verbose)
		progress_say("%s %s %s %s\n", field(row, "status"),
			field(row, "id"), field(row, "runtime"),
			field(row, "reason"));
}

static json_t *new_row(const struct subject *s, json_t *check)
{
	const char *reason = unsupported(s, check);

	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:i, s:s, s:s, s:s, "
			 "s:[]}",
		"id", field(check, "id"), "clause", field(check, "clause"),
		"runtime", s->name, "status", *reason ? "unsupported" : "pass",
		"expected", "pass", "reason", reason, "assertions", 0,
		"message", "", "repro", "", "stderr_tail", "", "attempts");
}

/* a check that was stopped half way has no row */
static void check_one(const struct subject *s, json_t *check)
{
	json_t *row = new_row(s, check);

	if (strcmp(field(row, "status"), "unsupported"))
		run_attempts(s, check, row);
	if (!interrupted) {
		apply_expectation(row);
		tell(row);
		journal("check", row);
		json_array_append(conformance, row);
	}
	json_decref(row);
}

/* ---------------------------------------------------------------------- all */

/* order[i] / catalogue = subject, order[i] % catalogue = its check */
static int *plan(int *total)
{
	size_t most = json_array_size(catalogue), k;
	int *order = grown(NULL, most * nsubjects, sizeof(*order));
	json_t *check;

	*total = 0;
	for (int i = 0; i < nsubjects; i++)
		for (k = 0;
			(check = json_array_get(subjects[i].checks, k)) != NULL;
			k++)
			if (matches(field(check, "id")))
				order[(*total)++] = i * most + k;
	return order;
}

int plan_checks(void)
{
	int total, *order = plan(&total), procs[16], sum = 0;
	size_t most = json_array_size(catalogue);

	for (int i = 0; i < total; i++) {
		const struct subject *s = &subjects[order[i] / most];
		json_t *check = json_array_get(s->checks, order[i] % most);

		if (!*unsupported(s, check))
			sum += args.repeat * procs_of(check, procs);
	}
	free(order);
	return sum;
}

void run_checks(void)
{
	int total, *order = plan(&total);
	size_t most = json_array_size(catalogue);
	uint64_t state = args.seed;

	if (args.shuffle)
		shuffle(order, total, &state);
	progress_begin("conformance", total);
	for (int i = 0; i < total && !interrupted; i++) {
		const struct subject *s = &subjects[order[i] / most];
		json_t *check = json_array_get(s->checks, order[i] % most);

		progress_step(args.shuffle ? "shuffled" : s->name,
			field(check, "id"));
		check_one(s, check);
	}
	progress_end();
	free(order);
}
