/*
 * expect.c - what a runtime is known to fail: lines "GLOB VERDICT REASON".
 *
 * A failure that is expected is `xfail`; one that does not come is `xpass`, and a
 * line that matches no check an `error`: lists must not go stale.
 */
#include "runner.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

static struct expectation *known;
static int nknown;

static void take_line(const char *runtime, const char *file, char *line)
{
	char *rest = NULL, *glob = strtok_r(line, " \t\n", &rest);
	char *verdict = strtok_r(NULL, " \t\n", &rest);
	char *reason = strtok_r(NULL, "\n", &rest);

	if (!glob || *glob == '#')
		return;
	if (!verdict || !reason || !strstr("fail crash hang", verdict)) {
		fprintf(stderr, "runner: %s: wanted GLOB fail|crash|hang REASON: "
				"%s\n", file, glob);
		exit(USAGE);
	}
	known = realloc(known, (nknown + 1) * sizeof(*known));
	known[nknown++] = (struct expectation){runtime, strdup(glob),
		strdup(verdict), strdup(reason + strspn(reason, " \t")), false};
}

void load_expectations(void)
{
	char line[1024];

	for (int i = 0; i < args.expect.n; i++) {
		struct pair *p = &args.expect.at[i];
		FILE *f = fopen(p->value, "r");

		if (!f) {
			fprintf(stderr, "runner: %s: %s\n", p->value,
				strerror(errno));
			exit(USAGE);
		}
		while (fgets(line, sizeof(line), f))
			take_line(p->name, p->value, line);
		fclose(f);
	}
}

struct expectation *expectation_of(const char *runtime, const char *id)
{
	for (int i = 0; i < nknown; i++)
		if (strcmp(known[i].runtime, runtime) == 0 &&
			fnmatch(known[i].glob, id, 0) == 0) {
			known[i].used = true;
			return &known[i];
		}
	return NULL;
}

/* only a run of all checks can tell */
void report_unused_expectations(void)
{
	for (int i = 0; i < nknown && args.match.n == 0 && !interrupted; i++)
		if (!known[i].used)
			json_array_append_new(conformance,
				json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:i, "
					  "s:s, s:s, s:[]}",
					"id", known[i].glob, "clause", "",
					"runtime", known[i].runtime, "status",
					"error", "expected", "fail", "reason",
					known[i].reason, "assertions", 0,
					"message",
					"this line of the expect file matches no "
					"check",
					"repro", "", "attempts"));
}
