/* heap_freed.c - a G frees what another still uses. */
#include "../planted.h"

static struct go_wg freed = {.n = 1}, used = {.n = 1};
static volatile char *bytes;

static void frees(void *unused)
{
	if (!planted)
		go_wg_wait(&used);
	free((void *)bytes);
	go_wg_done(&freed);
}

static void uses(void *unused)
{
	if (planted)
		go_wg_wait(&freed);
	bytes[0] = 1;
	go_wg_done(&used);
}

PLANTED("heap-use-after-free")
{
	bytes = malloc(32);
	rt_spawn(frees, NULL);
	rt_spawn(uses, NULL);
	go_wg_wait(&used);
	go_wg_wait(&freed);
}
