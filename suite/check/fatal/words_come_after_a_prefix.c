#include <pthread.h>

#include "suite.h"

static void *outside(void *unused)
{
	go_fatal("said by a thread that runs no G");
}

CHECK("a fatal error says \"fatal error: \" and what it is, dumps all, and "
      "ends "
      "with 2",
	.clause = "fatal.fatal-prefix", .source = "Go 1.19 panic.go: fatal",
	.dies = 2,
	.says = "fatal error: said by a thread that runs no G\n\ngoroutine 1 [")
{
	pthread_t thread;

	rt_hold(1);
	pthread_create(&thread, NULL, outside, NULL);
	rt_park(NULL, NULL, "check");
}
