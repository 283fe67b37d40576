#include <pthread.h>
#include <sched.h>

#include "suite.h"

enum { TURNS = 200000 };

static struct rt_mutex lock;
static volatile int64_t sum;
static atomic_bool begun;

/* a sum that is short when two add to it at once */
static void take_turns(void)
{
	for (int i = 0; i < TURNS; i++) {
		rt_lock(&lock);
		sum = sum + 1;
		rt_unlock(&lock);
	}
}

static void *outside(void *unused)
{
	begun = true;
	take_turns();
	return NULL;
}

CHECK("rt_lock keeps a thread outside the runtime and a G from each other",
	.clause = "block.lock-excludes",
	.source = "Go 1.19 lock_futex.go: lock2")
{
	pthread_t thread;

	rt_hold(1);
	EXPECT_EQ(pthread_create(&thread, NULL, outside, NULL), 0);
	while (!begun)
		sched_yield();
	take_turns();
	pthread_join(thread, NULL);
	rt_hold(-1);
	EXPECT_EQ(sum, 2 * TURNS);
}
