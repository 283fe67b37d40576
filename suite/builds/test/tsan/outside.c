/* outside.c - a thread outside the runtime and a G add to one word. */
#include <pthread.h>

#include "../planted.h"

enum { ROUNDS = 100 };

static struct rt_mutex lock;
static int begun;
static long sum;

static void add(void)
{
	for (int i = 0; i < ROUNDS; i++) {
		if (!planted)
			rt_lock(&lock);
		sum++;
		if (!planted)
			rt_unlock(&lock);
		sched_yield();
	}
}

static void *outside(void *unused)
{
	tell(&begun);
	add();
	return NULL;
}

PLANTED("data race")
{
	pthread_t thread;

	rt_hold(1);
	if (pthread_create(&thread, NULL, outside, NULL))
		_exit(4);
	await(&begun, 1);
	add();
	pthread_join(thread, NULL);
	rt_hold(-1);
}
