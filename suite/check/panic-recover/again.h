/* again.h - a check of this subject, run as a process of its own, and what it
 * wrote to stderr: for what `.says` cannot ask. */
#ifndef AGAIN_H
#define AGAIN_H

#include "suite.h"

/* the text of check `id` at that many Ps, cut to what fits; returns how it ended
 * (waitpid) */
static inline int run_again(const char *id, int procs, char *text, size_t size)
{
	char command[256];
	FILE *child;

	snprintf(command, sizeof(command),
		"exec env -u RT_REPORT_FD /proc/%d/exe check %s --procs %d "
		"2>&1 >/dev/null",
		getpid(), id, procs);
	child = popen(command, "r");
	text[child ? fread(text, 1, size - 1, child) : 0] = '\0';
	return child ? pclose(child) : -1;
}

/* how often part occurs in text */
static inline int count_of(const char *text, const char *part)
{
	int n = 0;

	for (; (text = strstr(text, part)); text++)
		n++;
	return n;
}

#endif
