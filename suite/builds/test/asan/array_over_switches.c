/* array_over_switches.c - the same, in a frame that was there before the G
 * stopped, let others run, one of them out of the depth of its calls, and went on. */
#include "../planted.h"

static struct go_wg all = {.n = 2};

/* not known to the compiler as noreturn */
static void (*volatile leave)(void) = go_exit;

static __attribute__((noinline)) void fill(volatile int *to, int n)
{
	for (int i = 0; i < n; i++)
		to[i] = i;
}

static __attribute__((noinline)) void dive(int depth)
{
	volatile char mine[100];

	mine[depth] = 0;
	if (depth > 0)
		dive(depth - 1);
	leave();
	mine[depth]++;
}

static void leaver(void *unused)
{
	go_defer(go_wg_done, &all);
	dive(20);
}

static void worker(void *unused)
{
	int array[4];

	go_defer(go_wg_done, &all);
	fill(array, 4);
	rt_spawn(leaver, NULL);
	for (int i = 0; i < 20; i++)
		rt_yield();
	fill(array, planted ? 5 : 4);
}

PLANTED("stack-buffer-overflow")
{
	rt_spawn(worker, NULL);
	go_wg_wait(&all);
}
