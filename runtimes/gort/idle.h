/* idle.h - Ps without an M, Ms without a P: who parks, who is woken. */
#ifndef GORT_IDLE_H
#define GORT_IDLE_H

#include "gort.h"

/* idle.c */
void gort_wakep(void);
void gort_startm(P *p, bool spinning);
void gort_handoffp(P *p);
void gort_stopm(M *m);
void gort_mpark(M *m);
void gort_idle(M *m, P *p);
void gort_acquirep(M *m, P *p);
P *gort_releasep(M *m);
P *gort_pidleget(void);

/* dead.c */
bool gort_dead(void);

/* steal.c */
G *gort_spin(M *m);
G *gort_yielder_steals(P *p);

/* m.c */
M *gort_munused(void);
void gort_newm(M *m);
bool gort_newm_wanted(void);
void gort_mgive(M *m, P *p);
void gort_msleep(M *m);
void gort_mexit(M *m) __attribute__((noreturn));
int gort_start_ms(void);
void gort_end_ms(int n);
void gort_begin(void);

/* An idle P exists and nobody looks for work: wake one.  ORDER submit: the queue
 * was written, a full barrier behind it, before npidle and nmspinning are
 * read here; idle.c does it the other way round. */
static always_inline bool wakep_needed(void)
{
	struct sched *s = &gort_sched;

	return unlikely(load_full(&s->npidle) > 0) &&
	       load_full(&s->nmspinning) == 0;
}

static always_inline void wakep(void)
{
	if (wakep_needed())
		gort_wakep();
}

#endif
