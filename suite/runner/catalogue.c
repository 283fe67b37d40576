/* catalogue.c - asks every subject what it is and what it holds. */
#include "runner.h"

enum { ASK_LIMIT_MS = 10000, LOG_TAIL = 8192 };

struct subject *subjects;
int nsubjects;
json_t *runtimes, *catalogue;

static void copy_int(json_t *to, json_t *from, const char *key)
{
	json_object_set_new(to, key, json_integer(field_int(from, key)));
}

static void copy_text(json_t *to, json_t *from, const char *key)
{
	json_object_set_new(to, key, utf8(field(from, key)));
}

static void copy_list(json_t *to, json_t *from, const char *key)
{
	json_object_set_new(to, key, text_list(field(from, key)));
}

/* --------------------------------------------------------------- runtimes[] */

static void add_failed(const char *name, const char *log)
{
	json_array_append_new(
		runtimes, json_pack("{s:o, s:s, s:[], s:{s:b, s:o}}", "name",
				  utf8(name), "kind", "runtime", "abilities",
				  "build", "ok", 0, "log_tail", utf8(log)));
}

/* sha256sum is part of every system; where it is not, nothing is known */
static json_t *sha256(const char *path)
{
	char *argv[] = {"/usr/bin/sha256sum", "--", (char *)path, NULL};
	struct child c = {.argv = argv, .limit_ms = ASK_LIMIT_MS};
	json_t *sum;

	child_run(&c);
	sum = c.exit_code == 0 && strlen(c.out) > 64
	              ? json_stringn(c.out + (*c.out == '\\'), 64)
	              : json_null();
	child_free(&c);
	return sum;
}

static void describe(struct subject *s, json_t *record)
{
	s->runtime = json_object();
	copy_text(s->runtime, record, "name");
	copy_text(s->runtime, record, "description");
	copy_int(s->runtime, record, "max_live");
	copy_int(s->runtime, record, "stack_bytes");
	copy_list(s->runtime, record, "abilities");
	copy_list(s->runtime, record, "replaced");
	json_object_set_new(s->runtime, "binary_sha256", sha256(s->path));
	s->name = field(s->runtime, "name");
	s->limit = strcmp(s->name, "limit") == 0;
	json_object_set_new(s->runtime, "kind",
		json_string(s->limit ? "limit" : "runtime"));
	json_array_append(runtimes, s->runtime);
}

static void add_build(struct subject *s, json_t *record)
{
	json_t *build = json_pack("{s:b}", "ok", 1);

	if (record) {
		copy_text(build, record, "cc");
		copy_text(build, record, "cflags");
		copy_text(build, record, "revision");
	}
	json_object_set_new(s->runtime, "build", build);
}

/* ----------------------------------------------------------------- checks[] */

static json_t *check_entry(json_t *record)
{
	static const char *const texts[] = {
		"id", "claim", "clause", "source", "says", "file"};
	static const char *const numbers[] = {
		"procs", "min_procs", "dies", "limit_ms"};
	json_t *entry = json_object();

	for (int i = 0; i < 6; i++)
		copy_text(entry, record, texts[i]);
	for (int i = 0; i < 4; i++)
		copy_int(entry, record, numbers[i]);
	copy_list(entry, record, "needs");
	return entry;
}

static void add_check(json_t *record)
{
	size_t i;
	json_t *known;

	for (i = 0; (known = json_array_get(catalogue, i)) != NULL; i++)
		if (strcmp(field(known, "id"), field(record, "id")) == 0)
			return;
	json_array_append_new(catalogue, check_entry(record));
}

/* ---------------------------------------------------------------------- ask */

static void take(struct subject *s, json_t *records)
{
	size_t i;
	json_t *record;

	describe(s, first_of(records, "runtime"));
	add_build(s, first_of(records, "build"));
	s->checks = json_array();
	s->benches = json_array();
	for (i = 0; (record = json_array_get(records, i)) != NULL; i++) {
		if (is(record, "check")) {
			json_array_append(s->checks, record);
			add_check(record);
		}
		if (is(record, "bench"))
			json_array_append(s->benches, record);
	}
	json_object_set_new(
		s->runtime, "checks", json_integer(json_array_size(s->checks)));
}

static void refuse_namesake(const struct subject *s)
{
	for (int i = 0; i < nsubjects; i++)
		if (strcmp(subjects[i].name, s->name) == 0) {
			fprintf(stderr, "runner: %s and %s are both named %s\n",
				subjects[i].path, s->path, s->name);
			exit(USAGE);
		}
}

static bool speaks(const struct child *c)
{
	json_t *runtime = first_of(c->records, "runtime");

	return c->exit_code == 0 && !c->hung && runtime &&
	       field_int(runtime, "protocol") == 1 && *field(runtime, "name");
}

static const char *base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* NAME=PATH: a subject by another name than its own, as of another revision */
static const char *given_name(const char **path)
{
	const char *equals = strchr(*path, '='), *slash = strchr(*path, '/');
	const char *name;

	if (!equals || (slash && slash < equals))
		return NULL;
	name = strndup(*path, equals - *path);
	*path = equals + 1;
	return name;
}

static void ask(const char *path)
{
	const char *name = given_name(&path);
	char *argv[] = {(char *)path, "list", NULL};
	struct child c = {.argv = argv, .limit_ms = ASK_LIMIT_MS};
	struct subject s = {.path = path};

	child_run(&c);
	if (speaks(&c)) {
		if (name)
			json_object_set_new(first_of(c.records, "runtime"),
				"name", utf8(name));
		take(&s, c.records);
		refuse_namesake(&s);
		subjects = grown(subjects, nsubjects + 1, sizeof(s));
		subjects[nsubjects++] = s;
	} else if (!interrupted) {
		warn("W-SUBJECT", "%s is no subject of protocol 1: %s%.200s",
			path, c.hung ? "it does not end" : "", c.err);
		add_failed(base(path), c.err);
	}
	child_free(&c);
}

static void add_log(const struct pair *failed)
{
	char text[LOG_TAIL + 1];
	FILE *f = fopen(failed->value, "re");
	size_t n = 0;

	if (f) {
		if (fseek(f, -LOG_TAIL, SEEK_END))
			rewind(f);
		n = fread(text, 1, LOG_TAIL, f);
		fclose(f);
	}
	text[n] = '\0';
	add_failed(failed->name, text);
}

void load_catalogue(void)
{
	runtimes = json_array();
	catalogue = json_array();
	for (int i = 0; i < args.subjects.n && !interrupted; i++)
		ask(args.subjects.at[i].name);
	for (int i = 0; i < args.failed.n; i++)
		add_log(&args.failed.at[i]);
}
