/* readied.c - what is written before rt_ready is seen by who was readied; what is
 * written after it is not. */
#include "../planted.h"

static struct go_wg all = {.n = 1};
static G *waits;
static int wrote_it;
static long word;

static bool publish(G *self, void *unused)
{
	__atomic_store_n(&waits, self, __ATOMIC_RELEASE);
	return true;
}

static void waiter(void *unused)
{
	go_defer(go_wg_done, &all);
	word = 1; /* seen by who readies: it comes before the commit */
	rt_park(publish, NULL, "planted");
	if (planted)
		await(&wrote_it, 1);
	word++;
}

PLANTED("data race")
{
	G *g;

	rt_spawn(waiter, NULL);
	while (!(g = __atomic_load_n(&waits, __ATOMIC_ACQUIRE)))
		rt_yield();
	word++;
	rt_ready(g);
	if (planted)
		word++;
	tell(&wrote_it);
	go_wg_wait(&all);
	planted_need(word >= 3, "all writes");
}
