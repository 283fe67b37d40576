/* spawned.c - what is written before the spawn is seen by fn; what is written
 * after it is not. */
#include "../planted.h"

static struct go_wg all = {.n = 1};
static int read_it, wrote_it;
static long word, seen;

static void reader(void *unused)
{
	go_defer(go_wg_done, &all);
	if (planted)
		await(&wrote_it, 1);
	seen = word;
	tell(&read_it);
}

PLANTED("data race")
{
	word = 1;
	rt_spawn(reader, NULL);
	if (planted)
		word = 2;
	tell(&wrote_it);
	go_wg_wait(&all);
	planted_need(seen == (planted ? 2 : 1), "the value");
}
