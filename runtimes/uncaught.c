/*
 * uncaught.c - the end of the process by a panic that nobody recovered, and what
 * the first G's return has to do with it.
 */
#include <stdlib.h>

#include "fatal.h"
#include "unwind.h"

enum { TEXT_BYTES = 1024, YIELDS = 1000 };

/* deferred while a type says its words: those may panic in turn */
static void cannot_say(void *unused)
{
	char what[128];
	struct go_print p = {.buf = what, .size = sizeof(what) - 1, .fd = -1};
	struct go_any v = go_recover();

	if (!v.type)
		return;
	go_print_text(&p, "panic while printing panic value: ");
	go_print_any(&p, v);
	what[p.len] = '\0';
	go_fatal(what);
}

static const char *words(struct go_any v)
{
	char *text;

	if (!v.type || !v.type->text)
		return NULL;
	text = malloc(TEXT_BYTES);
	return text && v.type->text(v, text, TEXT_BYTES) >= 0 ? text : NULL;
}

static void find_all_words(struct go_panicking *p)
{
	for (; p; p = p->past)
		p->text = words(p->value);
}

/* The program runs here: it may print, yield, block, panic, exit. */
static void find_words(struct go_panicking *p)
{
	go_recoverable();
	go_defer_recover(cannot_say, NULL);
	find_all_words(p);
}

/* oldest first.  source: Go 1.19 panic.go: printpanics */
static void print_chain(struct go_print *out, const void *panic)
{
	const struct go_panicking *p = panic;

	if (p->past) {
		print_chain(out, p->past);
		go_print_text(out, "\n\t");
	}
	go_print_text(out, "panic: ");
	if (p->text)
		go_print_text(out, p->text);
	else
		go_print_any(out, p->value);
	if (p->recovered)
		go_print_text(out, " [recovered]");
}

__attribute__((noinline)) void go_uncaught(
	G *g, struct go_panicking *p, void **fp)
{
	Defer mark = {.fn = PANICKING, .arg = p};

	if (g) {
		g->defers = &mark; /* an exit from here is one from p */
		find_words(p);
	}
	go_report(print_chain, p, fp, false);
}

/*
 * A panic that is about to end the process is not overtaken by the first G's
 * return, if its deferred calls do not take too long.  Who reads that none runs
 * any more, as it is over or never was, does not depend on anything written by
 * it; one that ends the process counts as running for ever, and go_report knows.
 */
void go_main_returned(void)
{
	for (int i = 0; i < YIELDS && go_panics_running() > 0; i++)
		rt_yield();
	go_report_wait();
}
