/*
 * defer.c - what is deferred runs at the end of its block, or when its G exits.
 *
 * A record leaves the chain before it is called.  So each runs once, whatever
 * the call does: defer more, block, or exit in turn, which drops the rest of
 * that call and goes on with the next older record.
 */
#include <rt_inline.h>

#include "go.h"

static void run_newest(G *g)
{
	Defer *d = g->defers;

	g->defers = d->link;
	if (d->fn)
		d->fn(d->arg);
}

/* everything that is newer than d: go_defer_loop made it */
void go_defer_rest_(Defer *d)
{
	while (d->g->defers != d)
		run_newest(d->g);
}

void go_exit(void)
{
	G *g = rt_self_inline();

	while (g->defers)
		run_newest(g);
	rt_exit();
}
