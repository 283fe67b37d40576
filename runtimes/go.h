/*
 * go.h - what a goroutine program sees: Go's words, on any runtime.
 *
 *      static void hello(void *wg)
 *      {
 *              go_defer(go_wg_done, wg);
 *              puts("goroutine is running...");
 *      }
 *
 *      rt_spawn(hello, &wg);           // go hello(&wg)
 *      go_wg_wait(&wg);
 *
 * All of it stands on rt.h and is built once; a runtime may replace any file of
 * the shared layer by one of the same name in its folder.
 */
#ifndef GO_H
#define GO_H

#include "any.h"
#include "defer.h"
#include "panic.h"
#include "rt.h"

/* --------------------------------------------------------------- introspection
 *
 * Traces are walked by frame pointers, bounded by the stack, and end in goexit.
 * Frames are those of the machine: a function that the compiler inlined shows
 * under its caller's name.  Build with -fno-omit-frame-pointer.
 */

/* go_num_goroutine - live Gs, the caller and those not yet run included. */
int64_t go_num_goroutine(void);

struct go_frame {
	void *pc;    /* return address; pc - 1 is in the call */
	void *entry; /* first byte of the function, NULL when unknown */
	const char *function; /* "?" when unknown; lives for ever, like file */
	const char *file;     /* as the compiler was given it */
	int line;             /* 0 when unknown */
};

/*
 * go_callers - return addresses of the calling G, innermost first.
 *
 *   skip     0 starts with go_callers itself, 1 with its caller
 *   returns  how many were stored, at most n; the last, if all fit, is goexit's;
 *            0 when skip passes the end
 *   cost     about 1 ns a frame; no lock, no allocation
 *   source   Go 1.19 extern.go: Callers.  SPEC.md trace.skip-conventions
 */
int go_callers(int skip, void **pcs, int n);

/*
 * go_caller - one frame of the calling G, with function, file and line.
 *
 *   skip     0 is the caller of go_caller itself
 *   returns  false when skip passes the end: then *frame is "?", "", 0
 *   cost     the first look-up of a pc reads DWARF (milliseconds the first time
 *            in a process); then it is cached
 *   source   Go 1.19 extern.go: Caller.  SPEC.md trace.caller-loop
 */
bool go_caller(int skip, struct go_frame *frame);

/* go_symbol - function, file and line of a return address: pc - 1 is looked up,
 * so entry + 1 stands for a function as a whole. */
void go_symbol(void *pc, struct go_frame *frame);

/*
 * go_stack - the caller's trace in Go's form, cut to what fits.
 *
 *      goroutine 7 [running]:
 *      work()
 *              suite/examples/demo2.c:12 +0x1d
 *      gort_goexit()
 *              runtimes/gort/x86_64/switch.S:90 +0x1
 *      created by main_g
 *              suite/examples/demo2.c:31 +0x4b
 *
 *   all      true: every other live G follows, each after an empty line
 *   returns  bytes stored, without the NUL that is always added
 *   source   Go 1.19 mprof.go: Stack.  SPEC.md trace.header, trace.created-by
 */
size_t go_stack(char *buf, size_t size, bool all);

/*
 * go_fatal - end the process: "fatal error: WHAT", a dump of every G, status 2.
 *
 * For what only a wrong program can do, and for deadlock.  Runs nothing that is
 * deferred.  Callable from any thread; the first one in wins.  What stdout holds
 * is flushed.
 *
 *   source   Go 1.19 panic.go: fatal.  SPEC.md deadlock.all-asleep
 */
void go_fatal(const char *what) __attribute__((noreturn));

/* go_fatal_threads - a runtime needs more threads than it may have: "thread
 * exhaustion", after a line that says the limit. */
void go_fatal_threads(int limit) __attribute__((noreturn));

/* The two ways in which no G can ever run again; the runtime calls this one. */
void go_deadlock(void) __attribute__((noreturn));

/* go_init - called by rt_run on the first G, before fn: from then on SIGQUIT
 * dumps, and a stack overflow is reported. */
void go_init(void);

/* go_main_returned - called by rt_run on the first G, after fn: it gives panics of
 * others that are on their way to the end of the process the time to get there. */
void go_main_returned(void);

/* go_thread_init, go_thread_exit - called by the runtime on each thread that is to
 * run Gs, before its first and after its last: the first gives it the stack on
 * which an overflow is reported. */
void go_thread_init(void);
void go_thread_exit(void);

/*
 * go_dump_raw - write every G to fd, the caller first: async-signal-safe, no lock,
 * no allocation.  Two lines a G: "goroutine 7 [chan receive]: PC PC PC", then
 * "created by NAME PC".  A PC is an offset from the start of the program, as
 * "subject symbol" takes it, "?" one that lies in a library; NAME is missing where
 * the program is stripped.
 */
void go_dump_raw(int fd);

/* Gs that wait in line; {0} is nobody.  last is valid while first is. */
struct go_waitq {
	struct go_waiter *first, *last;
};

/* ------------------------------------------------------------------- WaitGroup
 * {0} is a group of nothing.  source: Go 1.19 sync/waitgroup.go */
struct go_wg {
	int64_t n; /* [lock] what is still to be done */
	struct rt_mutex lock;
	struct go_waitq waiters; /* [lock] */
};

/* go_wg_add - n may be negative; below 0 in sum is a panic: "sync: negative
 * WaitGroup counter".  At 0 every waiter is readied, in the order they came. */
void go_wg_add(struct go_wg *wg, int64_t n);
void go_wg_done(void *wg); /* add -1; a void * so that it can be deferred */
void go_wg_wait(struct go_wg *wg);

/* ----------------------------------------------------------------------- Mutex
 * {0} is unlocked.  Not tied to a G.  A G that asks for a free lock gets it even
 * when others wait (barging); one that has waited 1 ms is handed it directly.
 * source: Go 1.19 sync/mutex.go */
struct go_mutex {
	struct rt_mutex lock; /* of all below */
	bool locked;
	bool woken;    /* a readied waiter has not tried yet: ready no other */
	bool starving; /* unlock hands over to the first waiter */
	struct go_waitq waiters;
};
void go_lock(struct go_mutex *m);
bool go_trylock(struct go_mutex *m);
void go_unlock(void *m); /* of an unlocked one: fatal, Go's words */

/* -------------------------------------------------------------------- channels
 * A channel of cap elements of size bytes; cap 0 hands over directly.
 * source: Go 1.19 chan.go */
struct go_chan;

/* go_chan_make - NULL and ENOMEM; a size that overflows is EINVAL. */
struct go_chan *go_chan_make(size_t size, size_t cap);

/* go_chan_free - when nobody uses it any more; Go leaves this to its GC. */
void go_chan_free(struct go_chan *c);

/*
 * go_chan_send, go_chan_recv - copy one element in, or out of, the channel.
 *
 *   c        NULL blocks for ever
 *   elem     size bytes to read, or to fill; recv takes NULL for "discard"
 *   recv     false, and elem zeroed, once c is closed and drained
 *   send     on a closed channel is a panic: "send on closed channel"
 *   order    values first in, first out; waiting Gs likewise
 *   source   Go 1.19 chan.go: chansend, chanrecv.  SPEC.md chan.direct-handoff
 */
void go_chan_send(struct go_chan *c, const void *elem);
bool go_chan_recv(struct go_chan *c, void *elem);

/* go_chan_close - a panic when NULL or closed already.  Receivers that wait get
 * false, senders panic; they are readied newest first, as Go does. */
void go_chan_close(struct go_chan *c);
size_t go_chan_len(struct go_chan *c);
size_t go_chan_cap(struct go_chan *c);

/* ------------------------------------------------------------------------ time */

/* go_now - nanoseconds of CLOCK_MONOTONIC. */
int64_t go_now(void);

#endif
