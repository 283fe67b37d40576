/* ended.c - to see that a G is gone is not to see what it wrote.  Its descriptor
 * is used again all the same, and both have something deferred. */
#include "../planted.h"

static struct go_wg over_wg = {.n = 1};
static int holds, over, ended;
static G *used[2];
static long word;

static void holder(void *unused)
{
	tell(&holds);
	await(&over, 1);
	go_wg_done(&over_wg);
}

static void end(void *unused)
{
	tell(&ended);
}

static void worker(void *i)
{
	go_defer(end, NULL);
	__atomic_store_n(&used[(intptr_t)i], rt_self(), __ATOMIC_RELAXED);
	if (i == 0)
		word = 1;
}

PLANTED("data race")
{
	G *g[2];

	rt_spawn(holder, NULL);
	await(&holds, 1); /* another P has taken it: we keep ours */
	for (intptr_t i = 0; i < 2; i++) {
		rt_spawn(worker, (void *)i);
		while (!told(&ended, i + 1) || go_num_goroutine() > 2)
			rt_yield();
	}
	if (planted)
		word++;
	for (int i = 0; i < 2; i++)
		g[i] = __atomic_load_n(&used[i], __ATOMIC_RELAXED);
	planted_need(g[0] == g[1], "one descriptor for both");
	tell(&over);
	go_wg_wait(&over_wg);
}
