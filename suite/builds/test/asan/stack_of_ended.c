/* stack_of_ended.c - memory on the stack itself (alloca) is used when its G has
 * ended and the stack is free. */
#include <alloca.h>

#include "../planted.h"

static struct go_wg used = {.n = 1};
static struct go_wg all = {.n = 1};
static volatile char *kept;

static void worker(void *n)
{
	kept = alloca((size_t)n);
	*kept = 1;
	go_wg_done(&all);
	if (!planted)
		go_wg_wait(&used);
}

PLANTED("use-after-poison")
{
	rt_spawn(worker, (void *)1000);
	go_wg_wait(&all);
	while (planted && go_num_goroutine() > 1)
		rt_yield();
	for (int i = 0; i < 1000; i++) { /* gone is not yet put away */
		*kept = 2;
		sched_yield();
	}
	go_wg_done(&used);
}
