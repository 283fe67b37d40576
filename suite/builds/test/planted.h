/*
 * planted.h - a program with a bug that a tool must report, and its twin, the
 * same without the bug, of which it must say nothing.
 *
 *      PLANTED("data race")            a part of what the report says
 *      {
 *              ... planted ? wrong : right ...
 *      }
 *
 * The file is the registration: suite/builds/test/BUILD/NAME.c.  The body runs on
 * the first G, at two Ps, and is the bug when the program is called with an
 * argument.  `says` as the argument: what has to be in the report.
 */
#ifndef PLANTED_H
#define PLANTED_H

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "go.h"

static bool planted;
static volatile int planted_errno; /* of the M on which the first G began */
static bool planted_done; /* written by the first G at its end, read by main */
static void planted_body_(void);

static void planted_run_(void *unused)
{
	planted_errno = errno;
	planted_body_();
	planted_done = true;
}

#define PLANTED(says_)                                                 \
	int main(int argc, char **argv)                                \
	{                                                              \
		planted = argc > 1;                                    \
		if (planted && strcmp(argv[1], "says") == 0)           \
			return puts(says_) < 0;                        \
		return rt_run(2, planted_run_, NULL) || !planted_done; \
	}                                                              \
	static void planted_body_(void)

/* the program never reached its subject: neither found nor clean */
static inline void planted_need(bool reached, const char *what)
{
	if (reached)
		return;
	fprintf(stderr, "not reached: %s\n", what);
	_exit(4);
}

/* Words by which Gs tell each other where they are, and order nothing: not to
 * a tool either. */
static inline void tell(int *word)
{
	__atomic_fetch_add(word, 1, __ATOMIC_RELAXED);
}

static inline bool told(const int *word, int n)
{
	return __atomic_load_n(word, __ATOMIC_RELAXED) >= n;
}

/* keep the P meanwhile */
static inline void await(const int *word, int n)
{
	while (!told(word, n))
		sched_yield();
}

#endif
