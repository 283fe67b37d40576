#include <pthread.h>

#include "suite.h"

static void *outside(void *unused)
{
	usleep(30000);
	rt_hold(-1);
	fputs("one is left\n", stderr);
	usleep(30000);
	rt_hold(-1);
	pause();
	return NULL;
}

CHECK("when the last who was outside lets go and all Gs are asleep, that is a "
      "deadlock",
	.clause = "deadlock.hold-suspends", .source = "rt.h: rt_hold",
	.dies = 2,
	.says = "one is left\nfatal error: all goroutines are asleep - "
		"deadlock!")
{
	pthread_t thread;

	rt_hold(2);
	pthread_create(&thread, NULL, outside, NULL);
	rt_park(NULL, NULL, "check");
}
