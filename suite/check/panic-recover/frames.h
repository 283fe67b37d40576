/* frames.h - who called, by name, as the three ways to ask see it. */
#ifndef FRAMES_H
#define FRAMES_H

#include <execinfo.h>

#include "rescue.h"

enum { FRAMES = 32 };

/* note the functions that called the caller, innermost first, goexit last */
static inline __attribute__((always_inline)) void note_frames(void)
{
	struct go_frame f;

	for (int skip = 1; skip < FRAMES && go_caller(skip, &f); skip++)
		note("%s",
			strstr(f.function, "goexit") ? "goexit" : f.function);
}

/* The callers of the function that calls this: walked by frame pointers
 * (go_callers), and by unwind tables (backtrace of libc, which a sanitizer calls
 * from a frame of its own).  Both must find the same, down to goexit; returns how
 * many with the function itself, 0 where they differ. */
static inline __attribute__((always_inline)) int frames_agree(void)
{
	void *walked[FRAMES], *unwound[FRAMES];
	int n = go_callers(1, walked, FRAMES), m = backtrace(unwound, FRAMES);
	char *last = walked[n - 1];
	bool same = last > __start_rt_goexit && last < __stop_rt_goexit;

	for (int i = 1; i <= n && i <= m && same; i++)
		same = i == n || walked[n - i] == unwound[m - i];
	return same && m >= n ? n : 0;
}

#endif
