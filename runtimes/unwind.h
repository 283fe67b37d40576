/*
 * unwind.h - what go_exit and panics share: how they know of each other.
 *
 * A record whose call is being run, by one of them, stays on the chain and is
 * marked: fn says who runs it, arg is that one's own record, in its frame.
 *
 *      G.defers --> [d3: defers of the call] --> [d2: PANICKING] --> [d1: f]
 *                                                      |
 *                          struct go_panicking  <------'  in go_panic's frame
 *
 * Who runs down the chain and meets a mark knows that the call there was cut
 * short: by itself, as it was begun in that call.  So it takes the record off,
 * and takes over what the other one was about: a panic is replaced, and kept for
 * the report; a go_exit that is passed is remembered, for it goes on where the
 * panic is recovered beyond it.  A recovery needs no list of what it ends: what
 * it has passed is off the chain, what stands behind it still has its mark.
 */
#ifndef UNWIND_H
#define UNWIND_H

#include "go.h"

/* a go_exit; in its frame */
struct go_exiting {
	void **fp;                 /* of go_exit */
	struct go_panicking *past; /* what it has swallowed, newest first */
};

/* a panic; in the frame of go_panic */
struct go_panicking {
	struct go_any value;
	struct go_panicking *past; /* what it has replaced, newest first */
	struct go_exiting *exit;   /* the newest go_exit it has passed */
	const char *text; /* of value, when its type has words for it */
	bool recovered;   /* it ends when the call that did so returns */
	bool over;        /* it makes no more calls */
};

/* two addresses that no function has */
extern const char go_marks_[2];
#define EXITING ((void (*)(void *))(uintptr_t)&go_marks_[0])
#define PANICKING ((void (*)(void *))(uintptr_t)&go_marks_[1])

static inline bool go_is_mark(const Defer *d)
{
	return (uintptr_t)d->fn - (uintptr_t)go_marks_ < 2;
}

/*
 * go_cut_short - take the newest record, a marked one, off the chain.
 *
 *   past     the panics it stands for are added at the end
 *   returns  the go_exit it stands for, or that of the panic; NULL for none
 */
struct go_exiting *go_cut_short(G *g, struct go_panicking **past);

/* go_panic_over - p makes no more calls; may be said more than once */
void go_panic_over(struct go_panicking *p);

/* go_panics_running - how many panics are making calls, on all Gs */
int go_panics_running(void);

/* go_uncaught - the end of the process, by panic p and all it has replaced, on G
 * g, or NULL; fp: the frame of go_panic. */
void go_uncaught(G *g, struct go_panicking *p, void **fp)
	__attribute__((noreturn));

/* ------------------------------------------------------- x86_64/landing.S */

/* go_landing_jump - go_landing_set_ returns again, with 1. */
void go_landing_jump(void **regs) __attribute__((noreturn));

/*
 * go_instead - drop all that is on the stack below sp, and run fn(arg) there as
 * if the function with frame pointer fp had called it, at pc.
 *
 *   sp       a multiple of 16
 *   fn       does not return
 */
void go_instead(void *sp, void *fp, void *pc, void (*fn)(void *), void *arg)
	__attribute__((noreturn));

#endif
