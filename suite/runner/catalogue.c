/* catalogue.c - asks every subject what it is and what it holds. */
#include "runner.h"

#include <stdlib.h>
#include <string.h>

struct subject *subjects;
int nsubjects;
json_t *runtimes, *catalogue;

static json_t *runtime_entry(const char *name)
{
	json_t *entry = json_object();

	json_object_set_new(entry, "name", utf8(name));
	json_array_append_new(runtimes, entry);
	return entry;
}

static void set_int(json_t *to, json_t *from, const char *key)
{
	json_object_set_new(to, key, json_integer(field_int(from, key)));
}

static void set_text(json_t *to, json_t *from, const char *key)
{
	json_object_set_new(to, key, utf8(field(from, key)));
}

static void failed_build(const char *name, const char *log)
{
	json_t *entry = runtime_entry(name);

	json_object_set_new(entry, "kind", json_string("runtime"));
	json_object_set_new(entry, "abilities", json_array());
	json_object_set_new(entry, "build",
		json_pack("{s:b, s:o}", "ok", 0, "log_tail", utf8(log)));
}

static void describe(struct subject *s, json_t *record)
{
	s->name = strdup(field(record, "name"));
	s->limit = strcmp(s->name, "limit") == 0;
	s->runtime = runtime_entry(s->name);
	set_text(s->runtime, record, "description");
	set_int(s->runtime, record, "max_live");
	set_int(s->runtime, record, "stack_bytes");
	json_object_set_new(s->runtime, "abilities",
		text_list(field(record, "abilities")));
	json_object_set_new(s->runtime, "replaced",
		text_list(field(record, "replaced")));
	json_object_set_new(s->runtime, "kind",
		json_string(s->limit ? "limit" : "runtime"));
}

static json_t *check_entry(json_t *record)
{
	json_t *entry = json_object();
	const char *texts[] = {"id", "claim", "clause", "source", "says", "file"};
	const char *ints[] = {"procs", "min_procs", "dies", "limit_ms"};

	for (int i = 0; i < 6; i++)
		set_text(entry, record, texts[i]);
	for (int i = 0; i < 4; i++)
		set_int(entry, record, ints[i]);
	json_object_set_new(
		entry, "needs", text_list(field(record, "needs")));
	return entry;
}

static void add_to_catalogue(json_t *record)
{
	size_t i;
	json_t *known;

	json_array_foreach(catalogue, i, known) if (
		strcmp(field(known, "id"), field(record, "id")) == 0) return;
	json_array_append_new(catalogue, check_entry(record));
}

static void take(struct subject *s, json_t *record)
{
	const char *kind = field(record, "record");

	if (strcmp(kind, "runtime") == 0)
		describe(s, record);
	if (!s->runtime)
		return;
	if (strcmp(kind, "build") == 0)
		json_object_set_new(s->runtime, "build",
			json_pack("{s:b, s:o, s:o, s:o}", "ok", 1, "cc",
				utf8(field(record, "cc")), "cflags",
				utf8(field(record, "cflags")), "revision",
				utf8(field(record, "revision"))));
	if (strcmp(kind, "check") == 0) {
		json_array_append(s->checks, record);
		add_to_catalogue(record);
	}
	if (strcmp(kind, "bench") == 0)
		json_array_append(s->benches, record);
}

static void ask(const char *path)
{
	char *argv[] = {(char *)path, "list", NULL};
	struct child c = {.argv = argv, .limit_ms = 10000};
	struct subject s = {.path = path};
	size_t i;
	json_t *record;

	s.checks = json_array();
	s.benches = json_array();
	child_run(&c);
	json_array_foreach(c.records, i, record) take(&s, record);
	if (s.runtime) {
		subjects = realloc(subjects, (nsubjects + 1) * sizeof(s));
		subjects[nsubjects++] = s;
	} else {
		warn("W-SUBJECT", "%s does not speak the protocol: %.200s", path,
			c.output);
		failed_build(path, c.output);
	}
	child_free(&c);
}

static char *log_tail(const char *path)
{
	static char text[8192];
	FILE *f = fopen(path, "r");
	size_t n = 0;

	if (f) {
		fseek(f, 0, SEEK_END);
		long size = ftell(f), keep = sizeof(text) - 1;

		fseek(f, size > keep ? size - keep : 0, SEEK_SET);
		n = fread(text, 1, keep, f);
		fclose(f);
	}
	text[n] = '\0';
	return text;
}

void load_catalogue(void)
{
	runtimes = json_array();
	catalogue = json_array();
	for (int i = 0; i < args.subjects.n; i++)
		ask(args.subjects.at[i].name);
	for (int i = 0; i < args.failed.n; i++)
		failed_build(args.failed.at[i].name,
			log_tail(args.failed.at[i].value));
}

static void print_table(const char *title, json_t *records, const char *what)
{
	size_t i;
	json_t *record;

	printf("%s\n", title);
	json_array_foreach(records, i, record) if (matches(field(record, "id")))
		printf("  %-44s %s\n", field(record, "id"), field(record, what));
}

int print_catalogue(void)
{
	json_t *benches = json_array(), *all;

	for (int i = 0; i < nsubjects; i++)
		if (i == 0 || subjects[i].limit)
			json_array_extend(benches, subjects[i].benches);
	if (args.list_json) {
		all = json_pack("{s:O, s:O, s:O}", "runtimes", runtimes, "checks",
			catalogue, "benchmarks", benches);
		json_dumpf(all, stdout, JSON_INDENT(1) | JSON_SORT_KEYS);
		putchar('\n');
		json_decref(all);
	} else {
		printf("runtimes\n");
		for (int i = 0; i < nsubjects; i++)
			printf("  %-44s %s\n", subjects[i].name,
				field(subjects[i].runtime, "description"));
		print_table("checks", catalogue, "claim");
		print_table("benchmarks", benches, "what");
	}
	json_decref(benches);
	return OK;
}
