/*
 * fatal.c - how a wrong program ends: Go's words, a dump, exit status 2.
 *
 * The first thread in ends the process; others sleep until it has.  A fault
 * while it reports comes back here on the same thread, which then ends at once.
 */
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#include "fatal.h"
#include "trace.h"

static atomic_int dying; /* the thread that ends the process */

static void enter(struct go_print *p, go_say *say, const void *what)
{
	int none = 0, self = gettid();
	bool first = atomic_compare_exchange_strong(&dying, &none, self);

	while (!first && none != self)
		pause();
	say(p, what);
	go_print_text(p, "\n");
	go_print_flush(p); /* said, even if the dump should fault */
	if (first)
		return;
	go_print_text(p, "panic during panic\n");
	go_print_flush(p);
	_exit(2);
}

/* What the program has printed must not be lost, unless it is printing now. */
static _Noreturn void leave(struct go_print *p)
{
	go_print_flush(p);
	if (ftrylockfile(stdout) == 0)
		fflush_unlocked(stdout);
	_exit(2);
}

void go_report(go_say *say, const void *what, void **fp, bool others)
{
	char buf[256];
	struct go_print p = {.buf = buf, .size = sizeof(buf), .fd = 2};
	G *self = rt_self();

	enter(&p, say, what);
	if (self && self->id) {
		go_print_text(&p, "\n");
		go_trace_print(&p, self, fp);
	}
	if (others)
		go_trace_others(&p, self);
	leave(&p);
}

void go_report_wait(void)
{
	while (atomic_load(&dying))
		pause();
}

static void say_fatal(struct go_print *p, const void *what)
{
	go_print_text(p, "fatal error: ");
	go_print_text(p, what);
}

void go_fatal(const char *what)
{
	go_report(say_fatal, what, __builtin_frame_address(0), true);
}

static void say_threads(struct go_print *p, const void *limit)
{
	go_print_text(p, "runtime: program exceeds ");
	go_print_uint(p, *(const int *)limit);
	go_print_text(p, "-thread limit\n");
	say_fatal(p, "thread exhaustion");
}

void go_fatal_threads(int limit)
{
	go_report(say_threads, &limit, __builtin_frame_address(0), true);
}

static bool found(G *g, void *any)
{
	*(bool *)any = true;
	return false;
}

void go_deadlock(void)
{
	bool any = false;

	rt_each(found, &any);
	go_report(say_fatal,
		any ? "all goroutines are asleep - deadlock!"
		    : "no goroutines (main called runtime.Goexit) - deadlock!",
		__builtin_frame_address(0), true);
}
