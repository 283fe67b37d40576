/*
 * expect.c - what a runtime is known to fail: lines "GLOB VERDICT REASON".
 *
 * A failure that is expected is `xfail`; one that does not come is `xpass`; a
 * line that matches no check an `error`: lists must not go stale.
 */
#include "runner.h"

#include <errno.h>
#include <fnmatch.h>

static struct expectation *known;
static int nknown;

static bool is_failure(const char *verdict)
{
	return strcmp(verdict, "fail") == 0 || strcmp(verdict, "crash") == 0 ||
	       strcmp(verdict, "hang") == 0;
}

static void take_line(const struct pair *from, char *line)
{
	char *rest = NULL, *glob = strtok_r(line, " \t\n", &rest);
	char *verdict = strtok_r(NULL, " \t\n", &rest);
	char *reason = strtok_r(NULL, "\n", &rest);

	if (!glob || *glob == '#')
		return;
	if (!verdict || !is_failure(verdict) || !reason) {
		fprintf(stderr,
			"runner: %s: wanted GLOB fail|crash|hang REASON: %s\n",
			from->value, glob);
		exit(USAGE);
	}
	known = grown(known, nknown + 1, sizeof(*known));
	known[nknown++] = (struct expectation){from->name, strdup(glob),
		strdup(verdict), strdup(reason + strspn(reason, " \t"))};
}

void load_expectations(void)
{
	char line[1024];

	for (int i = 0; i < args.expect.n; i++) {
		struct pair *from = &args.expect.at[i];
		FILE *f = fopen(from->value, "re");

		if (!f) {
			fprintf(stderr, "runner: %s: %s\n", from->value,
				strerror(errno));
			exit(USAGE);
		}
		while (fgets(line, sizeof(line), f))
			take_line(from, line);
		fclose(f);
	}
}

const struct expectation *expectation_of(const char *runtime, const char *id)
{
	for (int i = 0; i < nknown; i++)
		if (strcmp(known[i].runtime, runtime) == 0 &&
			fnmatch(known[i].glob, id, 0) == 0)
			return &known[i];
	return NULL;
}

static bool names_a_check(const struct expectation *e)
{
	size_t i;
	json_t *check;

	for (i = 0; (check = json_array_get(catalogue, i)) != NULL; i++)
		if (fnmatch(e->glob, field(check, "id"), 0) == 0)
			return true;
	return false;
}

void report_stale_expectations(void)
{
	for (int i = 0; i < nknown; i++) {
		const struct expectation *e = &known[i];
		json_t *row;

		if (names_a_check(e))
			continue;
		row = json_pack("{s:o, s:s, s:s, s:s, s:s, s:o, s:i, s:s, s:s, "
				"s:s, s:[]}",
			"id", utf8(e->glob), "clause", "", "runtime",
			e->runtime, "status", "error", "expected", e->verdict,
			"reason", utf8(e->reason), "assertions", 0, "message",
			"a line of the expect file that matches no check",
			"repro", "", "stderr_tail", "", "attempts");
		progress_say("ERROR %s %s: %s\n", e->glob, e->runtime,
			field(row, "message"));
		journal("check", row);
		json_array_append_new(conformance, row);
	}
}
