/* progress.c - how far we are, on stderr: one line on a terminal, else little. */
#include "runner.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

static struct {
	const char *what;
	int total, done;
	double began;
	bool terminal;
	char last[64];
} state;

void progress_begin(const char *what, int total)
{
	state.what = what;
	state.total = total;
	state.done = 0;
	state.began = since_start();
	state.terminal = isatty(2);
	state.last[0] = '\0';
}

static void clear(void)
{
	if (state.terminal)
		fputs("\r\033[K", stderr);
}

void progress_step(const char *doing)
{
	double spent = since_start() - state.began;
	double left = state.done ? spent / state.done * (state.total - state.done)
				 : 0;

	state.done++;
	if (state.terminal) {
		fprintf(stderr, "\r%-12s %3d%%  %d/%d  %-24.24s ETA %d:%02d \033[K",
			state.what, 100 * state.done / state.total, state.done,
			state.total, doing, (int)left / 60, (int)left % 60);
	} else if (strcmp(state.last, doing) != 0) {
		fprintf(stderr, "%s: %s (%d of %d)\n", state.what, doing,
			state.done, state.total);
		snprintf(state.last, sizeof(state.last), "%s", doing);
	}
}

/* what children said may hold escapes for terminals: they are shown as '?' */
void progress_say(const char *format, ...)
{
	char text[4096];
	va_list args_;

	va_start(args_, format);
	vsnprintf(text, sizeof(text), format, args_);
	va_end(args_);
	for (char *at = text; *at; at++)
		if ((unsigned char)*at < ' ' && *at != '\n' && *at != '\t')
			*at = '?';
	clear();
	fputs(text, stderr);
}

void progress_end(void)
{
	clear();
	if (state.total)
		fprintf(stderr, "%-12s %d in %.1f s\n", state.what, state.done,
			since_start() - state.began);
}
