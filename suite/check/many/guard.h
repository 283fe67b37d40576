/* guard.h - is the byte below the stack of a G out of reach? */
#ifndef CHECK_MANY_GUARD_H
#define CHECK_MANY_GUARD_H

#include <fcntl.h>

#include "suite.h"

static int guard_pipe[2];

static inline void guard_open(void)
{
	if (pipe2(guard_pipe, O_NONBLOCK) != 0)
		abort();
}

/* the kernel reads the byte for us, and says so when it cannot */
static inline bool readable(const char *byte)
{
	char sink;
	bool ok = write(guard_pipe[1], byte, 1) == 1;

	if (ok && read(guard_pipe[0], &sink, 1) != 1)
		abort();
	return ok || errno != EFAULT;
}

#endif
