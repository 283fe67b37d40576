/*
 * rt_optional.h - the calls of rt.h that a runtime may do without.
 *
 * Each has a default in optional.c that does nothing, or little; a runtime that
 * offers more defines the call, and claims the ability.
 */
#ifndef RT_OPTIONAL_H
#define RT_OPTIONAL_H

#include "rt.h"

/*
 * rt_block_enter, rt_block_exit - round a call that may block in the kernel;
 * optional (RT_BLOCKING; without it both do nothing).
 *
 * In between the caller keeps its M, but its P may be given to another one, so
 * that other Gs run.  A short call keeps it.  They do not nest; in between no
 * call of rt.h or go.h but rt_self(), go_now() and traces.
 *
 *   exit     the caller runs on; or waits at the tail of the global queue, when
 *            its P is gone and none is idle.  errno is kept
 *   source   Go 1.19 proc.go: entersyscall, exitsyscall.
 *            SPEC.md run.syscall-handoff, run.short-syscall-keeps-p
 */
void rt_block_enter(void);
void rt_block_exit(void);

/*
 * rt_lock_thread, rt_unlock_thread - tie the calling G to the thread it is on;
 * optional (RT_LOCK_THREAD; without it both do nothing).
 *
 * Until as many unlocks as locks the G runs on that thread, and no other G does.
 * A G that exits while tied ends the thread.  Its place in the queues does not
 * change.  An unlock without a lock does nothing.
 *
 *   source   Go 1.19 proc.go: LockOSThread, UnlockOSThread.
 *            SPEC.md run.lock-thread-identity, run.lock-exit-kills-thread
 */
void rt_lock_thread(void);
void rt_unlock_thread(void);
bool rt_thread_locked(G *g); /* is g tied? */

/*
 * rt_yield_local - let those of this P run first; optional (RT_YIELD_LOCAL; without
 * it: rt_yield).
 *
 * The caller goes to the tail of its P's own ring, so it comes back before all
 * that wait in the global queue.
 *
 *   source   Go 1.19 proc.go: goyield.  SPEC.md queue.local-yield-tail
 */
void rt_yield_local(void);

/*
 * rt_set_max_threads - how many threads may run Gs, at most; optional
 * (RT_MAX_THREADS; without it nothing happens).
 *
 *   n        at least 1; at first 10 000.  Once more are needed, or when more are
 *            there already, the process ends: "thread exhaustion"
 *   returns  the limit before, 0 where there is none
 *   source   Go 1.19 debug: SetMaxThreads; proc.go: checkmcount.
 *            SPEC.md fatal.thread-limit
 */
int rt_set_max_threads(int n);

/* rt_status - "running", "runnable", "waiting", "syscall" (in a blocking
 * section) or "dead".  A runtime with states of its own defines it; else it is
 * made of rt_frame() and why. */
const char *rt_status(G *g);

/*
 * rt_stat - a figure about the runtime; optional (RT_STAT).
 *
 *   name     schedtick   rounds of the scheduler that began a new slice, on the
 *                        caller's P (Go's p.schedtick: runnext does not count)
 *            runq        Gs in the ring of the caller's P, runnext not counted
 *            globrunq    Gs in the global queue
 *            overflows   how often half a ring went to the global queue
 *            spawned     Gs ever spawned, the first one included
 *            recycled    those of them that took a descriptor used before
 *            descriptors G descriptors ever made
 *            stacks      stacks ever made
 *            steals      Gs taken from other Ps
 *            idle        Ps without an M
 *            spinning    Ms that look for work
 *   valid    what other Ps change meanwhile may be old when it arrives
 *   returns  -1 for a name it does not know
 */
int64_t rt_stat(const char *name);

#endif
