#include <pthread.h>

#include "suite.h"

static G *_Atomic waits;

static bool publish(G *self, void *unused)
{
	waits = self;
	return true;
}

static void *outside(void *unused)
{
	while (!waits)
		usleep(1000);
	usleep(50000); /* all Gs are asleep, and for long */
	rt_ready(waits);
	return NULL;
}

CHECK("no deadlock is reported while somebody outside may still ready a G",
	.clause = "deadlock.hold-suspends", .source = "rt.h: rt_hold")
{
	pthread_t thread;

	rt_hold(1);
	EXPECT_EQ(pthread_create(&thread, NULL, outside, NULL), 0);
	rt_park(publish, NULL, "check");
	rt_hold(-1);
	pthread_join(thread, NULL);
}
