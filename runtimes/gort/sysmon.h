/* sysmon.h - the thread that takes Ps back and gives memory back. */
#ifndef GORT_SYSMON_H
#define GORT_SYSMON_H

#include "gort.h"

/* sysmon.c: ASLEEP until it is needed */
enum { SYSMON_ASLEEP, SYSMON_AWAKE, SYSMON_ENDS };
extern uint32_t gort_sysmon_state; /* futex */
int gort_sysmon_begin(void);
void gort_sysmon_end(void);
void gort_sysmon_wake(void);

/* There is something to watch: called after that was made visible, and a full
 * barrier. */
static inline void gort_sysmon_needed(void)
{
	if (unlikely(load_full(&gort_sysmon_state) == SYSMON_ASLEEP))
		gort_sysmon_wake();
}

#endif
