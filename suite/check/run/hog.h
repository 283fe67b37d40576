/* hog.h - Gs that compute and never call anything that could switch: who of them
 * runs, and since when, they write down themselves. */
#ifndef CHECK_RUN_HOG_H
#define CHECK_RUN_HOG_H

#include "suite.h"

enum { TURNS_MAX = 64 };

static struct hog_turn {
	int who;
	int64_t at_ns;
} hog_turns[TURNS_MAX];
static atomic_int hog_nturns, hog_running, hog_over;

/* at one P: whoever finds another's name has just been given the P */
static inline void hog(void *who)
{
	int self = (int)(intptr_t)who;

	while (!hog_over) {
		if (hog_running == self)
			continue;
		hog_running = self;
		int turn = hog_nturns++;

		if (turn < TURNS_MAX)
			hog_turns[turn] = (struct hog_turn){self, go_now()};
		hog_over |= turn >= TURNS_MAX;
	}
}

/* n hogs, until there were `turns` turns */
static inline void hogs(int n, int turns)
{
	hog_over = hog_nturns = hog_running = 0;
	spawn_n(n, hog);
	until(hog_nturns >= turns);
	hog_over = 1;
}

#endif
