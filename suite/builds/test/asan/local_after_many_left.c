/* local_after_many_left.c - a local of a function that has returned is used, on a
 * stack on which thousands of Gs have left from the depth of their calls. */
#include "../planted.h"

enum { LEAVERS = 5000, DEPTH = 5 };

static struct go_wg all;
static volatile int *kept;

/* not known to the compiler as noreturn */
static void (*volatile leave)(void) = go_exit;

static __attribute__((noinline)) void dive(volatile int *above, int depth)
{
	volatile int local = *above;

	if (depth > 0)
		dive(&local, depth - 1);
	leave();
	local++;
}

static void leaver(void *unused)
{
	volatile int local = 1;

	go_defer(go_wg_done, &all);
	dive(&local, DEPTH);
}

static __attribute__((noinline)) void keep(void)
{
	volatile int local = 1;

	kept = &local;
	*kept = 2;
}

static void worker(void *unused)
{
	go_defer(go_wg_done, &all);
	keep();
	if (planted)
		*kept = 3;
}

PLANTED("stack-use-after-return")
{
	for (int i = 0; i < LEAVERS; i++) {
		go_wg_add(&all, 1);
		rt_spawn(leaver, NULL);
		go_wg_wait(&all);
	}
	go_wg_add(&all, 1);
	rt_spawn(worker, NULL);
	go_wg_wait(&all);
}
