/*
 * two_ps.c - two Gs that run at once, on two Ps, add to one word.  Many times: of
 * two that do so in the same nanoseconds neither sees the other, says TSan.
 */
#include "../planted.h"

enum { ROUNDS = 100 };

static struct go_wg all = {.n = 2};
static struct go_mutex lock;
static int here;
static long sum;

static void adder(void *unused)
{
	go_defer(go_wg_done, &all);
	tell(&here);
	await(&here, 2);
	for (int i = 0; i < ROUNDS; i++) {
		if (!planted)
			go_lock(&lock);
		sum++;
		if (!planted)
			go_unlock(&lock);
		sched_yield();
	}
}

PLANTED("data race")
{
	rt_spawn(adder, NULL);
	rt_spawn(adder, NULL);
	go_wg_wait(&all);
}
