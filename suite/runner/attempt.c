/* attempt.c - one process that runs one check, entered into its row. */
#include "runner.h"

enum { LIMIT_MS = 10000 };

/* a row has the worst status of its attempts: the first of these */
static const char *const worst_first[] = {
	"error", "crash", "hang", "fail", "vacuous", "pass"};

static int rank(const char *status)
{
	int i = 0;

	while (i < 5 && strcmp(worst_first[i], status))
		i++;
	return i;
}

void row_put(json_t *object, const char *key, const char *text)
{
	json_object_set_new(object, key, utf8(text));
}

static json_t *attempt_entry(const struct attempt *a, const struct child *c)
{
	char seed[24];

	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)a->seed);
	return json_pack("{s:i, s:s, s:s, s:o, s:i, s:o, s:o}", "procs",
		a->procs, "seed", seed, "status", a->status, "ms",
		number(c->ms), "exit", c->exit_code, "signal",
		c->signal ? json_integer(c->signal) : json_null(), "message",
		utf8(a->message));
}

/* what -r of run.sh takes: the name, or the path of a folder outside the tree */
static const char *spec(const char *name)
{
	for (int i = 0; i < args.folders.n; i++)
		if (strcmp(args.folders.at[i].name, name) == 0)
			return args.folders.at[i].value;
	return name;
}

static void put_repro(json_t *row, const struct attempt *a)
{
	char text[4096 + 256];

	snprintf(text, sizeof(text),
		"./run.sh check %s -r %s --procs %d --seed %llu -v",
		field(row, "id"), spec(a->subject->name), a->procs,
		(unsigned long long)a->seed);
	row_put(row, "repro", text);
}

static void put_output(
	json_t *row, const struct attempt *a, const struct child *c)
{
	char *err = symbolised(a->subject, c->err), *all;

	if (asprintf(&all, "%s%s%s", c->out, *c->out ? "\n" : "", err) >= 0) {
		row_put(row, "stderr_tail", all);
		free(all);
	}
	free(err);
}

static void enter(json_t *row, const struct attempt *a, const struct child *c)
{
	int64_t sum = json_integer_value(json_object_get(row, "assertions"));

	json_array_append_new(
		json_object_get(row, "attempts"), attempt_entry(a, c));
	json_object_set_new(
		row, "assertions", json_integer(sum + a->assertions));
	if (rank(a->status) >= rank(field(row, "status")))
		return;
	row_put(row, "status", a->status);
	row_put(row, "message", a->message);
	put_repro(row, a);
	put_output(row, a, c);
}

void run_attempt(const struct subject *s, json_t *check, json_t *row, int procs,
	uint64_t seed)
{
	struct attempt a = {
		.subject = s, .check = check, .procs = procs, .seed = seed};
	int64_t limit = field_int(check, "limit_ms");
	char ps[16], number[24];
	char *argv[] = {(char *)s->path, "check", (char *)field(check, "id"),
		"--procs", ps, "--seed", number, NULL};
	struct child c = {.argv = argv, .limit_ms = limit ? limit : LIMIT_MS};

	snprintf(ps, sizeof(ps), "%d", procs);
	snprintf(number, sizeof(number), "%llu", (unsigned long long)seed);
	child_run(&c);
	if (!interrupted) {
		judge(&a, &c);
		enter(row, &a, &c);
	}
	child_free(&c);
}
