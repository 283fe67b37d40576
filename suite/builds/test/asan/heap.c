/* heap.c - a G writes behind what it got from malloc. */
#include "../planted.h"

static struct go_wg all = {.n = 1};

static void worker(void *n)
{
	volatile char *bytes = malloc((size_t)n);

	go_defer(go_wg_done, &all);
	rt_yield();
	bytes[(size_t)n - !planted] = 1;
	rt_yield();
	free((void *)bytes);
}

PLANTED("heap-buffer-overflow")
{
	rt_spawn(worker, (void *)32);
	go_wg_wait(&all);
}
