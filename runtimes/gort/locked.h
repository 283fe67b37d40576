/* locked.h - Gs that are tied to an M (rt_lock_thread). */
#ifndef GORT_LOCKED_H
#define GORT_LOCKED_H

#include "gort.h"

/* locked.c */
void gort_untie(M *m);
void gort_stoplockedm(M *m) __attribute__((noreturn));
bool gort_startlockedm(M *m, G *g);

#endif
