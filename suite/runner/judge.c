/* judge.c - how one attempt at a check went. */
#include "runner.h"

#include <stdarg.h>

enum { OFFSETS_MAX = 1024 };

static void say(struct attempt *a, const char *status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
static void say(struct attempt *a, const char *status, const char *format, ...)
{
	va_list list;

	a->status = status;
	va_start(list, format);
	vsnprintf(a->message, sizeof(a->message), format, list);
	va_end(list);
}

static bool at_line_start(const char *text, const char *part)
{
	size_t n = strlen(part);

	while (text && strncmp(text, part, n) != 0) {
		text = strchr(text, '\n');
		text += text != NULL;
	}
	return text != NULL;
}

/* a sanitizer's own summary, else the first line that is not a mere rule */
static const char *gist(const char *err)
{
	const char *summary = strstr(err, "\nSUMMARY: ");

	return summary ? summary + 1 : err + strspn(err, "=\n");
}

/* "SIGSEGV" or "exit status 2", and the gist of what it said */
static const char *ending(const struct child *c)
{
	static char text[512];
	const char *said = gist(c->err);
	int line = strcspn(said, "\n");
	const char *colon = line ? ": " : "";

	if (c->signal)
		snprintf(text, sizeof(text), "SIG%s%s%.*s",
			sigabbrev_np(c->signal) ? sigabbrev_np(c->signal) : "?",
			colon, line, said);
	else
		snprintf(text, sizeof(text), "exit status %d%s%.*s",
			c->exit_code, colon, line, said);
	return text;
}

/* a check of how the process ends */
static void judge_death(struct attempt *a, const struct child *c)
{
	int dies = field_int(a->check, "dies");
	const char *says = field(a->check, "says");

	if (c->ended)
		say(a, "fail", "did not die, wanted exit status %d", dies);
	else if (c->exit_code != dies)
		say(a, "fail", "wanted exit status %d, saw %s", dies,
			ending(c));
	else if (!at_line_start(c->err, says))
		say(a, "fail", "did not say \"%s\", but: %s", says, ending(c));
	else
		say(a, "pass", "%s", "");
}

static void judge_vacuous(struct attempt *a, const struct child *c)
{
	size_t i;
	json_t *r;

	say(a, "vacuous", "asserted nothing");
	for (i = 0; (r = json_array_get(c->records, i)) != NULL; i++)
		if (is(r, "witness") &&
			field_int(r, "count") < field_int(r, "required"))
			say(a, "vacuous", "%s: %s, wanted at least %s",
				field(r, "what"), field(r, "count"),
				field(r, "required"));
}

static void judge_end(struct attempt *a, const struct child *c)
{
	json_t *end = first_of(c->records, "end");
	json_t *first = first_of(c->records, "fail");
	const char *verdict = field(end, "verdict");

	a->assertions = field_int(end, "assertions");
	if (first)
		say(a, "fail", "%s:%s: %s", field(first, "file"),
			field(first, "line"), field(first, "text"));
	else if (strcmp(verdict, "pass") == 0)
		say(a, "pass", "%s", "");
	else if (strcmp(verdict, "vacuous") == 0)
		judge_vacuous(a, c);
	else if (strcmp(verdict, "fail") == 0)
		say(a, "fail", "failed, and did not say why");
	else
		say(a, "error", "unknown verdict '%s'", verdict);
}

void judge(struct attempt *a, const struct child *c)
{
	if (c->hung)
		say(a, "hang", "not ended after %d ms", c->limit_ms);
	else if (!first_of(c->records, "begin") &&
		 (c->exit_code == 2 || c->exit_code == 127))
		say(a, "error", "was not begun: %s", ending(c));
	else if (field_int(a->check, "dies"))
		judge_death(a, c);
	else if (!c->ended)
		say(a, "crash", "%s, before its end", ending(c));
	else if (c->exit_code)
		say(a, "crash", "%s, after its end", ending(c));
	else
		judge_end(a, c);
	if (c->left_behind && strcmp(a->status, "pass") == 0)
		say(a, "fail", "left processes behind");
}

/* ----------------------------------------------------------- names in dumps */

/* where the offsets begin in a line "goroutine 7 [chan receive]: 0x1 0x2" */
static const char *dump_line(const char *line)
{
	const char *at =
		strncmp(line, "goroutine ", 10) ? NULL : strstr(line, "]:");

	return at && at < strchrnul(line, '\n') ? at + 2 : NULL;
}

static int find_offsets(const char *dump, char **offsets)
{
	int n = 0;

	for (const char *line = dump; *line;) {
		const char *end = strchrnul(line, '\n'), *at = dump_line(line);

		while (at && n < OFFSETS_MAX && (at = strstr(at, " 0x")) &&
			at < end) {
			size_t digits = strspn(at + 3, "0123456789abcdef");

			offsets[n++] = strndup(at, 3 + digits);
			at += 3;
		}
		line = end + (*end == '\n');
	}
	return n;
}

/* each offset gives way to a line with its name */
static char *put_names(const char *dump, char **offsets, int n, char *names)
{
	char *result = NULL, *rest = NULL;
	char *name = strtok_r(names, "\n", &rest);
	size_t size;
	FILE *f = open_memstream(&result, &size);

	for (int i = 0; i < n && name; i++) {
		const char *at = strstr(dump, offsets[i]);

		fprintf(f, "%.*s\n\t%s", (int)(at - dump), dump, name);
		dump = at + strlen(offsets[i]);
		name = strtok_r(NULL, "\n", &rest);
	}
	fputs(dump, f);
	fclose(f);
	return result;
}

char *symbolised(const struct subject *s, const char *dump)
{
	char *argv[OFFSETS_MAX + 3] = {(char *)s->path, "symbol"};
	int n = find_offsets(dump, argv + 2);
	struct child c = {.argv = argv, .limit_ms = 5000};
	char *result;

	if (!n || interrupted)
		return strdup(dump);
	child_run(&c);
	result = put_names(dump, argv + 2, n, c.out);
	child_free(&c);
	for (int i = 0; i < n; i++)
		free(argv[2 + i]);
	return result;
}
