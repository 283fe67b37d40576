/* unlocked_by_switch.c - a lock that a G holds is given up by the switch when it
 * parks; what it wrote under the lock is seen under the lock, and there alone. */
#include "../planted.h"

enum { ROUNDS = 50 };

static struct rt_mutex lock;
static G *waits;  /* [lock] */
static long word; /* [lock] */
static struct go_wg all = {.n = 2};

static void waiter(void *unused)
{
	go_defer(go_wg_done, &all);
	for (int i = 0; i < ROUNDS; i++) {
		rt_lock(&lock);
		word++;
		waits = rt_self();
		rt_park(rt_park_unlock, &lock, "planted");
	}
}

static void waker(void *unused)
{
	go_defer(go_wg_done, &all);
	for (int i = 0; i < ROUNDS;) {
		rt_lock(&lock);
		G *g = waits;

		waits = NULL;
		if (!planted)
			word++;
		rt_unlock(&lock);
		if (planted)
			word++;
		if (g) {
			rt_ready(g);
			i++;
		} else {
			rt_yield();
		}
	}
}

PLANTED("data race")
{
	rt_spawn(waiter, NULL);
	rt_spawn(waker, NULL);
	go_wg_wait(&all);
	planted_need(word >= 2 * ROUNDS, "the rounds");
}
