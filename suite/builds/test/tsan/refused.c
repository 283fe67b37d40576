/* refused.c - a commit that says false, and so lets its G go on, has run before
 * what that G does next; what it sets loose elsewhere has not. */
#include "../planted.h"

static struct go_wg all = {.n = 1};
static int set;
static long word;

static void elsewhere(void *unused)
{
	await(&set, 1);
	if (planted)
		word++;
	go_wg_done(&all);
}

static bool refuse(G *self, void *unused)
{
	word++;
	tell(&set);
	return false;
}

PLANTED("data race")
{
	rt_spawn(elsewhere, NULL);
	word++;
	rt_park(refuse, NULL, "planted");
	word++;
	go_wg_wait(&all);
}
