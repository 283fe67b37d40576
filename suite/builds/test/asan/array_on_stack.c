/* array_on_stack.c - a G writes behind an array on its stack. */
#include "../planted.h"

static struct go_wg all = {.n = 1};

static __attribute__((noinline)) void fill(volatile int *to, int n)
{
	for (int i = 0; i < n; i++)
		to[i] = i;
}

static void worker(void *unused)
{
	int array[4];

	go_defer(go_wg_done, &all);
	fill(array, planted ? 5 : 4);
}

PLANTED("stack-buffer-overflow")
{
	rt_spawn(worker, NULL);
	go_wg_wait(&all);
}
