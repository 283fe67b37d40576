/* blocked.h - a G that waits in the kernel until a byte comes. */
#ifndef CHECK_RUN_BLOCKED_H
#define CHECK_RUN_BLOCKED_H

#include "suite.h"

static int blocked_pipe[2];

static inline void blocked_open(void)
{
	if (pipe(blocked_pipe) != 0)
		abort();
}

/* the calling G blocks: its M is in read(2) */
static inline void blocked_read(void)
{
	char byte;
	bool got;

	rt_block_enter();
	got = read(blocked_pipe[0], &byte, 1) == 1;
	rt_block_exit();
	if (!got)
		abort();
}

/* one of those that block, or the next to come, goes on */
static inline void blocked_release(void)
{
	if (write(blocked_pipe[1], "x", 1) != 1)
		abort();
}

/* until another G is in a blocking section, or has been taken off its P */
static inline void await_status(G *g, const char *status)
{
	while (strcmp(rt_status(g), status) != 0)
		usleep(20);
}

#endif
