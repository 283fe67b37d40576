/* step.h - stepping through a child, and what kernel and CPU have counted. */
#ifndef STEP_H
#define STEP_H

#include "subject.h"

/* --------------------------------------------------------------------- step.c */

struct steps {
	uint64_t instructions, syscalls;
};

/*
 * step_attach - trace a child that has stopped itself, and every thread of it.
 *
 *   returns  NULL, or why that cannot be (a static text), as do the others
 */
const char *step_attach(pid_t child);

/* step_lap - from the next SIGUSR1 of a thread to its next but one, in at most so
 * many steps; the other threads are held meanwhile. */
const char *step_lap(pid_t child, uint64_t most, struct steps *steps);

void step_rest(pid_t child); /* at full speed, to its end */

/* step_end - the child is killed when it has not ended by itself, and is gone */
void step_end(pid_t child);

/* -------------------------------------------------------------------- usage.c */

enum { CPU_COUNTERS = 4 };

/* of a lap at full speed; a counter that the machine has not is -1 */
struct usage {
	int64_t minflt, majflt, nvcsw, nivcsw;
	int64_t cpu[CPU_COUNTERS]; /* instructions, cycles, cache misses, branch
	                            * misses; of the program, not the kernel */
	int fd[CPU_COUNTERS];
	int error; /* why there are no counters of the CPU: errno */
};
void usage_open(struct usage *u);
void usage_take(struct usage *u, bool start);
void usage_record(const struct usage *u);

#endif
