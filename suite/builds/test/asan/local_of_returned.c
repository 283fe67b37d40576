/* local_of_returned.c - a G uses a local of a function that has returned. */
#include "../planted.h"

static struct go_wg all = {.n = 1};
static volatile int *kept;

static __attribute__((noinline)) void keep(void)
{
	volatile int local = 1;

	kept = &local;
	rt_yield();
	*kept = 2;
}

static void worker(void *unused)
{
	go_defer(go_wg_done, &all);
	keep();
	rt_yield();
	if (planted)
		*kept = 3;
}

PLANTED("stack-use-after-return")
{
	rt_spawn(worker, NULL);
	go_wg_wait(&all);
}
