/* undefined.c - an int overflows in a G. */
#include <limits.h>

#include "../planted.h"

static struct go_wg all = {.n = 1};
static volatile int sum = INT_MAX;

static void worker(void *unused)
{
	go_defer(go_wg_done, &all);
	rt_yield();
	if (planted)
		sum = sum + 1;
}

PLANTED("runtime error: signed integer overflow")
{
	rt_spawn(worker, NULL);
	go_wg_wait(&all);
}
