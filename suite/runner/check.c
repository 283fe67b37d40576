/* check.c - conformance: every check on every runtime, a child process each. */
#include "runner.h"

#include <stdlib.h>
#include <string.h>

json_t *conformance;

/* one attempt: what to run and how it went */
struct attempt {
	const struct subject *subject;
	json_t *check;
	int procs;
	uint64_t seed;
	const char *status;
	char message[1024];
	int64_t assertions;
};

static void say(struct attempt *a, const char *status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
static void say(struct attempt *a, const char *status, const char *format, ...)
{
	va_list args_;

	a->status = status;
	va_start(args_, format);
	vsnprintf(a->message, sizeof(a->message), format, args_);
	va_end(args_);
}

static bool at_line_start(const char *text, const char *part)
{
	size_t n = strlen(part);

	for (const char *at = text; at; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (strncmp(at, part, n) == 0)
			return true;
		if (!*at)
			break;
	}
	return false;
}

/* a check of how the process ends */
static void judge_death(struct attempt *a, const struct child *c)
{
	int dies = field_int(a->check, "dies");
	const char *says = field(a->check, "says");

	if (c->ended)
		say(a, "fail", "went on to its end, wanted exit status %d", dies);
	else if (c->exit_code != dies)
		say(a, "fail", "ended with status %d, wanted %d", c->exit_code,
			dies);
	else if (*says && !at_line_start(c->output, says))
		say(a, "fail", "did not say \"%s\"", says);
	else
		say(a, "pass", "%s", "");
}

static void judge_end(struct attempt *a, const struct child *c)
{
	size_t i;
	json_t *r;

	say(a, "pass", "%s", "");
	json_array_foreach(c->records, i, r)
	{
		const char *kind = field(r, "record");

		if (strcmp(kind, "fail") == 0 && !*a->message)
			say(a, "fail", "%s:%s: %s", field(r, "file"),
				field(r, "line"), field(r, "text"));
		if (strcmp(kind, "witness") == 0 && !*a->message &&
			field_int(r, "count") < field_int(r, "required"))
			say(a, "vacuous", "%s: %s, wanted at least %s",
				field(r, "what"), field(r, "count"),
				field(r, "required"));
		if (strcmp(kind, "end") == 0) {
			a->assertions = field_int(r, "assertions");
			if (strcmp(field(r, "verdict"), "vacuous") == 0 &&
				!*a->message)
				say(a, "vacuous", "it asserted nothing");
		}
	}
}

static void judge(struct attempt *a, const struct child *c)
{
	if (c->hung)
		say(a, "hang", "not ended after %d ms", c->limit_ms);
	else if (c->left_behind)
		say(a, "fail", "left processes behind");
	else if (field_int(a->check, "dies"))
		judge_death(a, c);
	else if (!c->ended || c->exit_code > 128)
		say(a, "crash", "ended with status %d%s", c->exit_code,
			c->ended ? "" : " and no end record");
	else
		judge_end(a, c);
}

/* offsets of a goroutine dump get names: "0x1f3" -> "work (file.c:12)" */
static char *symbolise(const struct subject *s, const char *dump)
{
	char *result = NULL, offset[24];
	size_t size;
	FILE *f = open_memstream(&result, &size);
	int budget = 64;

	while (*dump) {
		size_t n = strspn(dump, "0123456789abcdefx");
		char *argv[] = {(char *)s->path, "symbol", offset, NULL};
		struct child c = {.argv = argv, .limit_ms = 2000};

		if (strncmp(dump, "0x", 2) || n < 3 || n > 20 || !budget) {
			fputc(*dump++, f);
			continue;
		}
		budget--;
		snprintf(offset, sizeof(offset), "%.*s", (int)n, dump);
		dump += n;
		child_run(&c);
		c.output[strcspn(c.output, "\n")] = '\0';
		fprintf(f, "\n\t%s", *c.output ? c.output : offset);
		child_free(&c);
	}
	fclose(f);
	return result;
}

static json_t *attempt_entry(const struct attempt *a, const struct child *c)
{
	json_t *signal = c->exit_code > 128 ? json_integer(c->exit_code - 128)
					    : json_null();
	char seed[24];

	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)a->seed);
	return json_pack("{s:i, s:s, s:s, s:o, s:i, s:o, s:o}", "procs", a->procs,
		"seed", seed, "status", a->status, "ms", number(c->ms), "exit",
		c->exit_code, "signal", signal, "message", utf8(a->message));
}

/* keep the first that is not a pass as the row's status */
static void enter(json_t *row, const struct attempt *a, const struct child *c)
{
	json_t *entry = attempt_entry(a, c);
	bool bad = strcmp(a->status, "pass") != 0;
	char repro[512];

	json_array_append_new(json_object_get(row, "attempts"), entry);
	json_object_set_new(row, "assertions",
		json_integer(json_integer_value(
				     json_object_get(row, "assertions")) +
			a->assertions));
	if (!bad || strcmp(field(row, "status"), "pass") != 0)
		return;
	snprintf(repro, sizeof(repro), "./run.sh check '%s' -r %s --procs %d "
		"--seed %llu -v", field(row, "id"), a->subject->name, a->procs,
		(unsigned long long)a->seed);
	char *text = strcmp(a->status, "hang") == 0
		? symbolise(a->subject, c->output)
		: strdup(c->output);

	json_object_set_new(row, "status", json_string(a->status));
	json_object_set_new(row, "message", utf8(a->message));
	json_object_set_new(row, "repro", json_string(repro));
	json_object_set_new(row, "stderr_tail", utf8(text));
	free(text);
}

static void attempt(const struct subject *s, json_t *check, json_t *row,
	int procs, uint64_t seed)
{
	struct attempt a = {s, check, procs, seed, NULL, "", 0};
	char p[16], n[24];
	char *argv[] = {(char *)s->path, "check", (char *)field(check, "id"),
		"--procs", p, "--seed", n, NULL};
	int limit = field_int(check, "limit_ms");
	struct child c = {.argv = argv, .limit_ms = limit ? limit : 10000};

	snprintf(p, sizeof(p), "%d", procs);
	snprintf(n, sizeof(n), "%llu", (unsigned long long)seed);
	child_run(&c);
	if (!interrupted) {
		judge(&a, &c);
		enter(row, &a, &c);
	}
	child_free(&c);
}

static void attempts(const struct subject *s, json_t *check, json_t *row)
{
	int fixed = field_int(check, "procs"), n = fixed ? 1 : args.nprocs;
	bool any = false;

	for (int r = 0; r < args.repeat; r++)
		for (int i = 0; i < n && !interrupted; i++) {
			int procs = fixed ? fixed : args.procs[i];

			if (procs < field_int(check, "min_procs"))
				continue;
			any = true;
			attempt(s, check, row, procs, args.seed + r);
		}
	if (!any && !interrupted) {
		json_object_set_new(row, "status", json_string("unsupported"));
		json_object_set_new(row, "reason",
			json_string("needs more Ps than --procs gives"));
	}
}

static const char *lacks(const struct subject *s, json_t *check)
{
	static char names[128];
	json_t *needs = text_list(field(check, "needs")), *need, *has;
	size_t i, k;

	names[0] = '\0';
	json_array_foreach(needs, i, need)
	{
		bool found = false;

		json_array_foreach(json_object_get(s->runtime, "abilities"), k, has)
			found |= json_equal(need, has);
		if (!found)
			snprintf(names + strlen(names),
				sizeof(names) - strlen(names), " %s",
				json_string_value(need));
	}
	json_decref(needs);
	return *names ? names : NULL;
}

static void apply_expectation(json_t *row)
{
	struct expectation *e =
		expectation_of(field(row, "runtime"), field(row, "id"));

	if (!e || strcmp(field(row, "status"), "unsupported") == 0)
		return;
	json_object_set_new(row, "expected", json_string(e->verdict));
	json_object_set_new(row, "reason", utf8(e->reason));
	if (strcmp(field(row, "status"), e->verdict) == 0)
		json_object_set_new(row, "status", json_string("xfail"));
	else if (strcmp(field(row, "status"), "pass") == 0)
		json_object_set_new(row, "status", json_string("xpass"));
}

static bool is_bad(json_t *row)
{
	const char *good[] = {"pass", "xfail", "unsupported"};

	for (int i = 0; i < 3; i++)
		if (strcmp(field(row, "status"), good[i]) == 0)
			return false;
	return true;
}

static void check_one(const struct subject *s, json_t *check)
{
	const char *missing = lacks(s, check);
	json_t *row = json_pack("{s:s, s:s, s:s, s:s, s:s, s:i, s:[], s:s, s:s}",
		"id", field(check, "id"), "clause", field(check, "clause"),
		"runtime", s->name, "status", missing ? "unsupported" : "pass",
		"expected", "pass", "assertions", 0, "attempts", "reason", "",
		"message", "");
	char reason[160];

	snprintf(reason, sizeof(reason), "needs%s", missing ? missing : "");
	if (missing)
		json_object_set_new(row, "reason", json_string(reason));
	else
		attempts(s, check, row);
	apply_expectation(row);
	if (is_bad(row))
		progress_say("%s %s %s: %s\n  reproduce: %s\n",
			field(row, "status"), field(row, "id"), s->name,
			field(row, "message"), field(row, "repro"));
	else if (args.verbose)
		progress_say("%s %s %s\n", field(row, "status"),
			field(row, "id"), s->name);
	journal("check", row);
	if (interrupted && !missing)
		json_decref(row);
	else
		json_array_append_new(conformance, row);
}

void run_checks(void)
{
	size_t n = json_array_size(catalogue);
	int *order = calloc(n * nsubjects + 1, sizeof(*order)), total = 0;
	uint64_t state = args.seed;

	for (size_t i = 0; i < n * nsubjects; i++) {
		struct subject *s = &subjects[i / n];

		if (i % n < json_array_size(s->checks) &&
			matches(field(json_array_get(s->checks, i % n), "id")))
			order[total++] = i;
	}
	if (args.shuffle)
		shuffle(order, total, &state);
	progress_begin("conformance", total);
	for (int i = 0; i < total && !interrupted; i++) {
		struct subject *s = &subjects[order[i] / n];
		json_t *check = json_array_get(s->checks, order[i] % n);

		progress_step(s->name);
		check_one(s, check);
	}
	progress_end();
	report_unused_expectations();
	free(order);
}
