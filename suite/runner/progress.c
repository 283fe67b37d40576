/* progress.c - how far we are: one line on a terminal, else little. */
#include "runner.h"

#include <stdarg.h>
#include <unistd.h>

static struct {
	const char *what;
	int total, done;
	double begun;
	bool terminal;
	char group[64]; /* what was printed last, where no terminal is */
} now;

void progress_begin(const char *what, int total)
{
	now.what = what;
	now.total = total;
	now.done = 0;
	now.begun = since_start();
	now.terminal = isatty(STDERR_FILENO);
	now.group[0] = '\0';
}

static void clear(void)
{
	if (now.terminal)
		fputs("\r\033[K", stderr);
}

static void draw(const char *group, const char *detail)
{
	double spent = since_start() - now.begun;
	int left = now.done ? spent / now.done * (now.total - now.done) : 0;

	fprintf(stderr, "\r%-12s %3d%%  %s %.40s  ETA %d:%02d\033[K", now.what,
		100 * now.done / now.total, group, detail, left / 60,
		left % 60);
}

void progress_step(const char *group, const char *detail)
{
	if (now.terminal) {
		draw(group, detail);
	} else if (strcmp(now.group, group) != 0) {
		fprintf(stderr, "%-12s %3d%%  %s\n", now.what,
			100 * now.done / now.total, group);
		snprintf(now.group, sizeof(now.group), "%s", group);
	}
	now.done++;
}

/* what children said may hold escapes for terminals: they are shown as '?' */
void progress_say(const char *format, ...)
{
	static char text[1 << 18];
	va_list list;

	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	for (char *at = text; *at; at++)
		if (((unsigned char)*at < ' ' && *at != '\n' && *at != '\t') ||
			*at == 0x7f)
			*at = '?';
	clear();
	fputs(text, stderr);
}

void progress_end(void)
{
	clear();
	if (now.total)
		fprintf(stderr, "%-12s %d in %.1f s\n", now.what, now.done,
			since_start() - now.begun);
}
