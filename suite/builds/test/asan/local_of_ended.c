/* local_of_ended.c - a local of a G is used when the G has ended. */
#include "../planted.h"

static struct go_wg used = {.n = 1};
static struct go_wg all = {.n = 1};
static volatile int *kept;

static void worker(void *unused)
{
	volatile int local = 1;

	kept = &local;
	go_wg_done(&all);
	if (!planted)
		go_wg_wait(&used);
}

PLANTED("stack-use-after-return")
{
	rt_spawn(worker, NULL);
	go_wg_wait(&all);
	while (planted && go_num_goroutine() > 1)
		rt_yield();
	*kept = 2;
	go_wg_done(&used);
}
