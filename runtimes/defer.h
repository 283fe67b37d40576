/*
 * defer.h - what is deferred, and how a G leaves; part of go.h.
 *
 * A deferred call is a record in the frame that defers it, chained on its G:
 *
 *      G.defers --> [d: close f] --> [d: unlock m] --> [d: done wg] --> NULL
 *                    inner block      outer block       caller
 *
 * It runs at the end of its block, last first.  go_exit() and a panic run what
 * is on the chain, innermost frame first, with every frame still on the stack.
 */
#ifndef DEFER_H
#define DEFER_H

#include "rt.h"

typedef struct Defer {
	void (*fn)(void *);
	void *arg;
	struct Defer *link; /* the next older one */
	G *g; /* ORDER rescue: one byte off in a struct go_rescue (panic.h) */
} Defer;

/*
 * go_defer - call fn(arg) at the end of the enclosing block, by go_exit(), or
 * by a panic.
 *
 *   fn       void (*)(void *); may block, spawn, defer, panic, call go_exit().
 *            NULL is a panic when it would run, as nil is in Go.  It may not
 *            call go_recover() for a panic: see go_defer_recover()
 *   arg      evaluated now, as fn is
 *   cost     no allocation; a store or five, and a call
 *   source   Go spec: Defer statements.  SPEC.md defer.lifo, defer.args-now
 */
#define go_defer(fn_, arg_) GO_DEFER_(GO_CAT_(go_d_, __COUNTER__), fn_, arg_)

/*
 * go_defer_scope, go_defer_loop - Go's function scope, for calls deferred in a
 * loop or under a condition: what go_defer_loop() records runs where the block
 * of go_defer_scope() ends, last first.
 *
 *   memory   32 bytes of stack a call, until the function returns
 *   source   Go spec: Defer statements.  SPEC.md defer.loop
 */
#define go_defer_scope()                                              \
	Defer go_scope_here_ __attribute__((cleanup(go_scope_end_))); \
	go_defer_push_(rt_self(), &go_scope_here_, go_nothing_, NULL)
#define go_defer_loop(fn_, arg_)         \
	go_defer_push_(go_scope_here_.g, \
		(Defer *)__builtin_alloca(sizeof(Defer)), fn_, arg_)

/*
 * go_exit - run everything deferred, then end the calling G (Go's Goexit).
 *
 * It is no panic: go_recover() finds none.  What it runs may panic as anybody
 * may, and recover from that; the exit then goes on, nothing stops it.  A panic
 * in whose deferred call it is called is over.
 *
 *   returns  never, and neither does any function on its stack
 *   source   Go 1.19 panic.go: Goexit.  SPEC.md goexit.never-returns,
 *            goexit.survives-recover-same-frame, goexit.swallows-panic
 */
void go_exit(void) __attribute__((noreturn));

/* ---------------------------------------------- what the macros above expand to */
#define GO_CAT_(a, b) GO_CAT2_(a, b)
#define GO_CAT2_(a, b) a##b
#define GO_DEFER_(d, fn_, arg_)                          \
	Defer d __attribute__((cleanup(go_defer_end_))); \
	go_defer_push_(rt_self(), &d, fn_, arg_)

void go_nothing_(void *unused);
void go_nil_func_(void) __attribute__((noreturn));
void go_defer_rest_(G *g, Defer *d);

/* The newest record, in a general register.  A compiler that sees two words go
 * from here to there takes them through a vector register; the next push and pop
 * wait for this one, which is then 0.7 ns late (2.7 with a landing). */
static inline __attribute__((always_inline)) Defer *go_newest_(G *g)
{
	Defer *d = g->defers;

	__asm__("" : "+r"(d));
	return d;
}

static inline __attribute__((always_inline)) void go_defer_push_(
	G *g, Defer *d, void (*fn)(void *), void *arg)
{
	*d = (Defer){.fn = fn, .arg = arg, .link = go_newest_(g), .g = g};
	g->defers = d;
}

static inline __attribute__((always_inline)) void go_defer_call_(
	void (*fn)(void *), void *arg)
{
	if (__builtin_expect(!fn, 0))
		go_nil_func_();
	fn(arg);
}

/* d is taken off; what is newer was made by go_defer_loop */
static inline __attribute__((always_inline)) void go_defer_pop_(G *g, Defer *d)
{
	if (__builtin_expect(g->defers != d, 0))
		go_defer_rest_(g, d);
	g->defers = d->link;
}

/* the end of d's block */
static inline __attribute__((always_inline)) void go_defer_end_(Defer *d)
{
	go_defer_pop_(d->g, d);
	go_defer_call_(d->fn, d->arg);
}

static inline __attribute__((always_inline)) void go_scope_end_(Defer *d)
{
	go_defer_pop_(d->g, d);
}

#endif
