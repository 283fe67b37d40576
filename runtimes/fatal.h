/* fatal.h - how the shared layer ends a wrong program. */
#ifndef FATAL_H
#define FATAL_H

#include "go.h"
#include "print.h"

/* go_panic_error - a panic of go_runtime_error, for text that lives for ever; out
 * of line, so that who may have to call it needs no room for the value. */
void go_panic_error(const char *text) __attribute__((noreturn));

/* says what is wrong, without a newline at the end */
typedef void go_say(struct go_print *p, const void *what);

/*
 * go_report - end the process: what say() says, a dump, status 2.
 *
 * Callable from any thread; the first one in wins, others wait in it.
 *
 *   fp       the frame of the function that the program called: the dump of the
 *            calling G begins with its caller
 *   others   dump every other G, too
 */
void go_report(go_say *say, const void *what, void **fp, bool others)
	__attribute__((noreturn));

/* go_report_wait - does not return once a report has begun */
void go_report_wait(void);

#endif
