/*
 * defer.c - what is deferred runs at the end of its block, or when its G exits.
 *
 * At the end of a block a record leaves the chain before it is called; go_exit
 * leaves it there, marked (unwind.h), while the call runs.  Either way each runs
 * once, whatever the call does: defer more, block, panic, or exit in turn, which
 * drops the rest of that call and goes on with the next older record.
 */
#include <rt_inline.h>

#include "fatal.h"
#include "unwind.h"

const char go_marks_[2];

void go_nothing_(void *unused)
{
}

void go_nil_func_(void)
{
	go_panic_error("runtime error: invalid memory address or nil pointer "
		       "dereference");
}

/* everything that is newer than d: go_defer_loop made it */
void go_defer_rest_(G *g, Defer *d)
{
	while (g->defers != d) {
		Defer *newest = g->defers;

		g->defers = newest->link;
		go_defer_call_(newest->fn, newest->arg);
	}
}

struct go_exiting *go_cut_short(G *g, struct go_panicking **past)
{
	Defer *d = g->defers;
	struct go_exiting *exit;
	struct go_panicking *more;

	g->defers = d->link;
	if (d->fn == EXITING) {
		exit = d->arg;
		more = exit->past;
	} else {
		more = d->arg;
		exit = more->exit;
		go_panic_over(more);
	}
	while (*past)
		past = &(*past)->past;
	*past = more;
	return exit;
}

/* fp: of go_exit */
static __attribute__((noinline)) void run_all(G *g, void **fp)
{
	struct go_exiting self = {.fp = fp};
	Defer *d;

	while ((d = g->defers)) {
		void (*fn)(void *) = d->fn;
		void *arg = d->arg;

		if (__builtin_expect(go_is_mark(d), 0)) {
			go_cut_short(g, &self.past);
			continue;
		}
		d->fn = EXITING;
		d->arg = &self;
		go_defer_call_(fn, arg);
		g->defers = d->link;
	}
}

/* A panic that is recovered beyond it enters it again, in place of this call. */
void go_exit(void)
{
	G *g = rt_self_inline();

	if (g->defers)
		run_all(g, __builtin_frame_address(0));
	rt_exit();
}
