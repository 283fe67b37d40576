/*
 * whole.c - whole processes, start to exit, timed by hyperfine.
 *
 * hyperfine cannot interleave: it is called once a round with the programs of
 * one id in random order; its JSON is kept unchanged.
 */
#include "runner.h"

#include <unistd.h>

enum {
	PROGRAMS = 16, /* of one id */
	WORDS = 16,    /* of a command */
	PROGRAM_LIMIT_MS = 10000,
	CALL_LIMIT_MS = 120000,
};

json_t *whole_process;

static bool find_hyperfine(char *path, size_t size)
{
	char *dirs = strdup(getenv("PATH") ? getenv("PATH") : "/usr/bin");
	char *rest = NULL;
	bool found = false;

	for (char *dir = strtok_r(dirs, ":", &rest); dir && !found;
		dir = strtok_r(NULL, ":", &rest)) {
		snprintf(path, size, "%s/hyperfine", dir);
		found = access(path, X_OK) == 0;
	}
	free(dirs);
	return found;
}

/* the programs of one id: "ID:RUNTIME" = PROGRAM */
static int programs_of(const char *id, struct pair *programs)
{
	size_t n = strlen(id);
	int count = 0;

	for (int i = 0; i < args.wholes.n && count < PROGRAMS; i++) {
		const char *name = args.wholes.at[i].name;

		if (strncmp(name, id, n) == 0 && name[n] == ':')
			programs[count++] = (struct pair){
				name + n + 1, args.wholes.at[i].value};
	}
	return count;
}

/* Whether it runs at all: hyperfine gives up on all when one of them fails. */
static bool works(const char *id, const struct pair *program)
{
	char *words = strdup(program->value), *rest = NULL;
	char *argv[WORDS + 1] = {strtok_r(words, " ", &rest)};
	struct child c = {.argv = argv, .limit_ms = PROGRAM_LIMIT_MS};
	bool ok;

	for (int i = 1; i < WORDS && argv[i - 1]; i++)
		argv[i] = strtok_r(NULL, " ", &rest);
	child_run(&c);
	ok = c.exit_code == 0 && !c.hung && !c.left_behind;
	if (!ok && !interrupted)
		warn("W-WHOLE", "%s on %s is left out: %s, status %d: %.300s",
			id, program->name, c.hung ? "hang" : "failed",
			c.exit_code, c.err);
	child_free(&c);
	free(words);
	return ok;
}

static int working(const char *id, struct pair *programs, int n)
{
	int kept = 0;

	for (int i = 0; i < n && !interrupted; i++)
		if (works(id, &programs[i]))
			programs[kept++] = programs[i];
	return kept;
}

/* two runs of each, in random order; NULL when hyperfine fails */
static json_t *one_round(const char *hyperfine, const char *id,
	const struct pair *programs, int n, uint64_t *state)
{
	char out[4200];
	char *argv[PROGRAMS + 16] = {(char *)hyperfine, "-N", "--style", "none",
		"-w", "1", "-r", "2", "--export-json", out};
	struct child c = {.argv = argv, .limit_ms = CALL_LIMIT_MS};
	int argc = 10, order[PROGRAMS];
	json_t *names = json_array(), *raw;

	snprintf(out, sizeof(out), "%s/hyperfine.json", args.out);
	for (int i = 0; i < n; i++)
		order[i] = i;
	shuffle(order, n, state);
	for (int i = 0; i < n; i++) {
		argv[argc++] = (char *)programs[order[i]].value;
		json_array_append_new(names, utf8(programs[order[i]].name));
	}
	child_run(&c);
	raw = c.exit_code == 0 ? json_load_file(out, 0, NULL) : NULL;
	if (!raw && !interrupted)
		warn("W-HYPERFINE", "%s: %.300s", id, c.err);
	unlink(out);
	child_free(&c);
	if (raw)
		return json_pack("{s:o, s:o}", "order", names, "raw", raw);
	json_decref(names);
	return NULL;
}

static void time_id(const char *hyperfine, const char *id, uint64_t *state)
{
	struct pair programs[PROGRAMS];
	int n = working(id, programs, programs_of(id, programs));
	int most = args.rounds ? args.rounds : FEWEST_ROUNDS;
	json_t *rounds = json_array(), *round, *entry;

	for (int r = 0; r < most && n && !interrupted; r++) {
		round = one_round(hyperfine, id, programs, n, state);
		if (!round)
			break;
		json_array_append_new(rounds, round);
	}
	entry = json_pack("{s:s, s:o}", "id", id, "rounds", rounds);
	journal("whole", entry);
	json_array_append_new(whole_process, entry);
}

static bool timed(const char *id)
{
	size_t i;
	json_t *entry;

	for (i = 0; (entry = json_array_get(whole_process, i)) != NULL; i++)
		if (strcmp(field(entry, "id"), id) == 0)
			return true;
	return false;
}

void run_wholes(void)
{
	char hyperfine[4096];
	uint64_t state = args.seed;

	if (!args.wholes.n)
		return;
	if (!find_hyperfine(hyperfine, sizeof(hyperfine))) {
		warn("W-HYPERFINE",
			"whole processes are not timed: hyperfine is "
			"not installed");
		return;
	}
	progress_begin("whole", args.wholes.n);
	for (int i = 0; i < args.wholes.n && !interrupted; i++) {
		const char *name = args.wholes.at[i].name;
		const char *colon = strchr(name, ':');
		char *id = strndup(name, colon ? (size_t)(colon - name) : 0);

		progress_step(id, "");
		if (*id && matches(id) && !timed(id))
			time_id(hyperfine, id, &state);
		free(id);
	}
	progress_end();
}
