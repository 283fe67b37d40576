/* start.h - what child.c asks of start.c. */
#ifndef START_H
#define START_H

#include <poll.h>
#include <sys/types.h>

#include "runner.h"

/* what is polled; the first three are pipes, the last the process itself */
enum { REPORT, OUT, ERR, PIPES, EXIT = PIPES, POLLED };

/* child_start - begin c->argv; its ends of the pipes, and a descriptor that can
 * be read when it has exited (-1 where the kernel has none), are in fds. */
pid_t child_start(const struct child *c, struct pollfd *fds, const char *nonce);

#endif
