#include <pthread.h>
#include <sys/resource.h>

#include "suite.h"

#define IDLE_US INT64_C(500000)

static _Atomic(G *) waits;

static bool publish(G *self, void *unused)
{
	waits = self;
	return true;
}

static void *wake_later(void *unused)
{
	while (!waits)
		usleep(100);
	usleep(IDLE_US);
	rt_ready(waits);
	return NULL;
}

static int64_t cpu_us(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000 +
	       used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

CHECK("with nothing to run the Ps take less than 1 % of a CPU",
	.clause = "run.idle-costs-nothing",
	.source = "Go 1.19 proc.go: stopm, notesleep")
{
	pthread_t thread;
	int64_t before;

	rt_hold(1);
	before = cpu_us();
	if (pthread_create(&thread, NULL, wake_later, NULL) != 0)
		abort();
	rt_park(publish, NULL, "check");
	EXPECT_LE(cpu_us() - before, IDLE_US / 100);
	pthread_join(thread, NULL);
	rt_hold(-1);
}
