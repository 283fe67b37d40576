/* list.c - what there is, for --list and --list-json. */
#include "runner.h"

static void print_list(const char *title, json_t *runtime, const char *key)
{
	json_t *list = json_object_get(runtime, key), *text;
	size_t i;

	if (json_array_size(list) == 0)
		return;
	printf("  %-42s   %s", "", title);
	for (i = 0; (text = json_array_get(list, i)) != NULL; i++)
		printf(" %s", json_string_value(text));
	putchar('\n');
}

static void print_records(const char *title, json_t *records, const char *what)
{
	size_t i;
	json_t *record;

	printf("%s\n", title);
	for (i = 0; (record = json_array_get(records, i)) != NULL; i++)
		if (matches(field(record, "id")))
			printf("  %-42s %s\n", field(record, "id"),
				field(record, what));
}

static void print_text(json_t *benches)
{
	size_t i;
	json_t *runtime;

	puts("runtimes");
	for (i = 0; (runtime = json_array_get(runtimes, i)) != NULL; i++) {
		printf("  %-42s %s\n", field(runtime, "name"),
			*field(runtime, "description")
				? field(runtime, "description")
				: "does not build");
		print_list("can:", runtime, "abilities");
		print_list("replaces:", runtime, "replaced");
	}
	print_records("checks", catalogue, "claim");
	print_records("benchmarks", benches, "what");
}

/* each id as the first subject that has it says it */
static void add_once(json_t *benches, json_t *record)
{
	size_t i;
	json_t *known;

	for (i = 0; (known = json_array_get(benches, i)) != NULL; i++)
		if (strcmp(field(known, "id"), field(record, "id")) == 0)
			return;
	json_array_append(benches, record);
}

int print_catalogue(void)
{
	json_t *benches = json_array(), *all, *record;
	size_t k;

	for (int i = 0; i < nsubjects; i++)
		for (k = 0; (record = json_array_get(subjects[i].benches, k)) !=
			    NULL;
			k++)
			add_once(benches, record);
	all = json_pack("{s:O, s:O, s:O}", "runtimes", runtimes, "checks",
		catalogue, "benchmarks", benches);
	if (!args.list_json)
		print_text(benches);
	else if (json_dumpf(all, stdout, JSON_INDENT(1) | JSON_SORT_KEYS) == 0)
		putchar('\n');
	json_decref(all);
	json_decref(benches);
	return fflush(stdout) ? INFRASTRUCTURE : OK;
}
