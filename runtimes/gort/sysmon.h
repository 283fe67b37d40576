/* sysmon.h - the thread that takes Ps back and gives memory back. */
#ifndef GORT_SYSMON_H
#define GORT_SYSMON_H

#include "gort.h"

/* sysmon.c: ASLEEP until it is needed */
enum { SYSMON_NONE, SYSMON_AWAKE, SYSMON_ASLEEP };
extern uint32_t gort_sysmon_state; /* futex */
void gort_sysmon_start(void);

/* There is something to watch: called after that was made visible, and a full
 * barrier. */
static inline void gort_sysmon_needed(void)
{
	if (unlikely(load_full(&gort_sysmon_state) != SYSMON_AWAKE))
		gort_sysmon_start();
}

#endif
