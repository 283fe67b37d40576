/*
 * run.c - subject `limit`: what the machine allows, measured like a runtime.
 *
 * It has no goroutines: the bodies run on the thread that came in, and use
 * plain C and threads.  A benchmark of the runtimes names the one it is read
 * against.
 */
#include "rt.h"

const struct rt_info rt_info = {
	.name = "limit",
	.description = "what the machine allows: bare operations, no runtime",
};

int rt_run(int nproc, void (*fn)(void *), void *arg)
{
	fn(arg);
	return 0;
}
