/*
 * rt.h - what a runtime provides: a dozen calls and one object.
 *
 * A runtime is a folder beside this file.  All else that a goroutine program
 * sees (go.h: defer, panic, channels, locks, traces) is built once, here, on
 * these; two runtimes differ in nothing above this line.
 *
 * Words.  A G is a goroutine.  An M is an OS thread.  A P is the right to run
 * Gs, one at a time; it has a run queue and one slot, runnext, before it.  A G
 * changes state only so:
 *
 *               spawn               (schedule)              exit
 *      gfree ---------> runnable --------------> running ---------> gfree
 *                        ^    ^                   |   |
 *                        |    '------ yield ------'   | park
 *                        '--------- ready ------- waiting
 *
 * Order.  With one P the order in which Gs run is fixed: runnext first, then
 * the run queue, first in first out.  spawn and ready put a G into runnext and
 * kick the one that was there to the tail of the queue; yield puts the caller
 * at the very end.  With more Ps only happens-before is certain.
 *
 * Names.  A `G *` comes only from rt_self() or from a visit of rt_each(), and
 * is valid until that G exits; who must name a G later keeps its id.
 *
 * Errors.  What the machine may refuse is returned as -errno, or as 0 with
 * errno set, and then nothing has changed.  What only a wrong program can do
 * (ready a G that is not waiting) ends it through go_fatal(): Go's words, a
 * dump of every G, exit status 2.
 *
 * Floating-point control (mxcsr, the x87 control word) belongs to the M: a G
 * that changes it restores it before it stops.  (RT_FPENV: kept for each G.)
 * errno belongs to the M too: read it before the next call that may switch.
 */
#ifndef RT_H
#define RT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The half of a goroutine that all runtimes share, one line of cache; a
 * runtime's own G starts with it.  spawn writes it, then only the G itself while
 * it runs, but for the fields in brackets.
 */
/* clang-format off */
typedef struct G {
	void *sp;          /* [scheduler] where it stands while it does not
	                    * run; what it points at is the runtime's affair */
	void (*fn)(void *);
	void *arg;
	uint64_t id;       /* 1, 2, 3...; never reused, though the G is; 0 when
	                    * the G is on gfree */
	uint64_t parent;   /* id of the G that spawned it; 0 for the first */
	void *created;     /* where that one stood: the return address of its
	                    * rt_spawn */
	struct Defer *defers; /* innermost first; NULL when it exits */
	const char *why;      /* [scheduler] rt_park's reason; NULL unless it
	                       * waits */
} G;
/* clang-format on */

/* What a runtime can do beyond the core; a check or benchmark that needs more
 * than a runtime claims is `unsupported` there, never `pass`.  ORDER ability */
/* clang-format off */
enum rt_ability {
	RT_STACKFUL = 1 << 0, /* a G may stop in any depth of calls */
	RT_GUARD = 1 << 1,    /* running off a stack faults, always */
	RT_RECYCLE = 1 << 2,  /* Gs and stacks of exited Gs are used again */
	RT_STEAL = 1 << 3,    /* a P without work takes it from another P */
	RT_RING = 1 << 4,     /* a ring of 256 per P, half of it to the global
	                       * queue when full, that one every 61st tick:
	                       * Go's order for any number of Gs */
	RT_MANY = 1 << 5,     /* 100 000 Gs at once */
	RT_FPENV = 1 << 6,    /* mxcsr and x87 control word kept for each G */
	RT_PREEMPT = 1 << 7,  /* a G that makes no calls gives way */
	RT_BLOCKING = 1 << 8, /* rt_block_enter/exit hand the P on */
	RT_LOCK_THREAD = 1 << 9, /* rt_lock_thread ties a G to its M */
	RT_STAT = 1 << 10,       /* rt_stat() knows the names it lists */
	RT_RUNNEXT = 1 << 11,    /* who was spawned or readied last runs next */
	RT_PARALLEL = 1 << 12,   /* Gs of one P come to others that are idle */
	RT_ORDER = 1 << 13, /* the order at one P holds for 257 runnable Gs, that
	                     * of free ones (last in first out) for 64; all but
	                     * those with small queues on purpose */
	RT_REFUSE = 1 << 14, /* a spawn that finds no memory is refused; all but
	                      * builds that need memory of their own then */
	RT_YIELD_LOCAL = 1 << 15, /* rt_yield_local() knows the ring of its P */
	RT_MAX_THREADS = 1 << 16, /* rt_set_max_threads() sets a limit */
};
/* clang-format on */

struct rt_info {
	const char *name;        /* that of the folder */
	const char *description; /* one line, no full stop */
	uint32_t abilities;      /* of enum rt_ability */
	uint64_t max_live;       /* live Gs it can hold; 0: memory decides */
	size_t stack_bytes;      /* of a G, the guard not counted */
};
extern const struct rt_info rt_info;

enum { RT_PROCS_MAX = 64, RT_STACK_MIN = 16384 };

/*
 * rt_run - run fn(arg) as the first G (id 1) on nproc Ps; once in a process.
 *
 *   nproc    1..RT_PROCS_MAX; rt_proc() then ranges over [0, nproc)
 *   returns  0 when fn has returned: the other Gs are left where they are, and
 *            the caller is expected to end the process; -EINVAL, -ENOMEM,
 *            -EAGAIN when the machine refuses what is needed to begin
 *   ends     the process, through go_fatal(), once no G can ever run again.  A
 *            first G that leaves by go_exit() ends only itself
 *   calls    go_thread_init() on each thread that will run Gs; on the first G
 *            go_init() before fn, and go_main_returned() after
 *   source   Go 1.19 proc.go: schedinit, main, checkdead.
 *            SPEC.md exit.main-return-ends-process, deadlock.all-asleep
 */
int rt_run(int nproc, void (*fn)(void *), void *arg);

/*
 * rt_spawn - make a G that will run fn(arg).
 *
 * It takes the runnext slot of the caller's P, so it runs as soon as the
 * caller stops; a G already there goes to the tail of the run queue.  An idle P
 * is woken when no M looks for work already.  When fn returns, the effect is
 * that of go_exit() in its place.  Call it on a G only.
 *
 *   fn       on its own stack of at least RT_STACK_MIN bytes; NULL is
 *            "go of nil func value", fatal here and now
 *   arg      handed to fn; the runtime never reads or frees it
 *   returns  its id, never used again in this process; who wants the G itself
 *            asks rt_self() in fn, for it may be gone when this returns;
 *            0 and errno (ENOMEM, EAGAIN), and then nothing has changed.  A
 *            runtime that binds stacks late may refuse only here; a page
 *            refused at the first run is fatal
 *   kernel   not entered while gfree holds a G and no P is idle
 *   source   Go 1.19 proc.go: newproc, newproc1, runqput.  SPEC.md start.runnext
 */
uint64_t rt_spawn(void (*fn)(void *), void *arg);

/*
 * rt_yield - let the others run first.
 *
 * The caller goes to the tail of the global queue (the run queue, where there
 * is only one), so every G of this P that is runnable now runs before it.
 *
 *   kernel   not entered by an M:N runtime
 *   source   Go 1.19 proc.go: Gosched.  SPEC.md queue.yield-global-tail
 */
void rt_yield(void);

/*
 * rt_park - make the calling G wait until some rt_ready names it.
 *
 * commit(self, arg) runs once the G counts as waiting and its registers are
 * saved: give up the lock of the wait list there, and no wake-up is lost.
 *
 *   commit   may only unlock: no spawn, ready, park, yield, exit in it.  When
 *            it is rt_park_unlock (arg: a struct rt_mutex *) the next G may
 *            run it after the switch; any other, one that says false above all
 *            (which cancels the wait: the G goes on at once, ahead of
 *            everybody), runs on g0.  A runtime without g0 runs it on the G's
 *            own thread before that thread waits.  NULL stands for "true"
 *   why      lives for ever; dumps and reports print it.  Not NULL
 *   source   Go 1.19 proc.go: gopark, park_m.  SPEC.md
 *            block.unlockf-after-waiting, block.unlockf-false-resumes
 */
void rt_park(bool (*commit)(G *self, void *arg), void *arg, const char *why);

/* rt_park_unlock - the usual commit: rt_unlock(mutex), true.  Shared layer. */
bool rt_park_unlock(G *self, void *mutex);

/*
 * rt_ready - make a waiting G runnable.
 *
 * On a P: it takes runnext there, as in rt_spawn, and the caller goes on.  From
 * a thread without a P (under rt_hold): tail of the global queue, and a wake-up.
 *
 *   g        waits in rt_park, and nobody else readies it: the caller has taken
 *            it off its wait list under that list's lock.  A G that is seen not
 *            to wait is fatal: "bad g->status in ready"
 *   source   Go 1.19 proc.go: goready, ready.  SPEC.md queue.ready-is-runnext
 */
void rt_ready(G *g);

/*
 * rt_exit - end the running G: the bottom half of go_exit(), called by it alone.
 *
 * The G is recycled, id and all else cleared, and another is scheduled.  The
 * stack is used again only after it has been left.
 *
 *   needs    nothing deferred is left: rt_self()->defers is NULL
 *   returns  never
 *   source   Go 1.19 proc.go: goexit1, goexit0.  SPEC.md exit.switch-to-g0
 */
void rt_exit(void) __attribute__((noreturn));

/*
 * rt_self - the running G; NULL on a thread that runs none.
 *
 * A real call (or a register): the address of a thread-local must not be kept
 * over a switch, after which another M may run the G.
 */
G *rt_self(void);

/* rt_proc - index of the P that runs the caller, [0, nproc); the answer may be
 * old when it arrives, except at one P. */
int rt_proc(void);

/*
 * rt_each - visit every live G, in the order of their descriptors.
 *
 *   visit    must not spawn, park, yield or exit; false ends the walk
 *   valid    what a visit reads of a G that another P runs may change under it
 *   source   Go 1.19 proc.go: forEachG, allgs
 */
void rt_each(bool (*visit)(G *g, void *arg), void *arg);

/*
 * rt_frame - where a G stands that is not running.
 *
 *   pc, fp   return address and frame pointer of its innermost frame; for a G
 *            that never ran: fn and NULL
 *   returns  false when it runs just now (on another P), and then sets neither
 */
bool rt_frame(G *g, void **pc, void **fp);

/*
 * rt_stack - the bytes [lo, hi) of a G's stack; hi is 16-aligned.
 *
 *   returns  false when it has none yet, and then sets neither
 *   signal   async-signal-safe
 */
bool rt_stack(G *g, char **lo, char **hi);

/*
 * rt_lock, rt_unlock - a mutex that blocks the M, for wait lists held for a few
 * instructions.  {0} is unlocked.  Never hold one over park (but as its commit),
 * yield or exit; rt_ready and rt_lock of another are allowed under it.
 */
struct rt_mutex {
	uint32_t word;
};
void rt_lock(struct rt_mutex *m);
void rt_unlock(struct rt_mutex *m);

/*
 * rt_hold - while the sum of deltas is above 0, somebody outside the runtime may
 * still ready a G, and no deadlock is reported.  Callable from any thread, but
 * the first rise is made on a G, with no rt_lock held, before the others begin:
 * with one P and nobody outside rt_lock may be nothing.
 */
void rt_hold(int delta);

/*
 * The code under every fn: section rt_goexit holds the routine whose return
 * address lies below fn's frame, and no other code.  Every trace ends there,
 * and control arrives there when fn returns; it calls go_exit().  The unwind
 * information says that it is the outermost frame (.cfi_undefined rip).
 */
extern const char __start_rt_goexit[], __stop_rt_goexit[];

#include "rt_optional.h"

#endif
