/*
 * sched.c - the scheduler: which G an M runs next.
 *
 * DOC: scheduler
 * A G wants to run, an M is a thread that can run it, a P is the right to do so:
 * there are as many as may run at once, and each has a run queue.  The rules are
 * Go's, for the order of running is what this runtime is compared by:
 *
 *      spawn, ready  --> runnext  --kicked--> ring of 256 --half of it--> global
 *      yield         ------------------------------------------------> queue
 *
 *      a P picks: every 61st slice one of the global queue; else runnext; else
 *      its ring; else a share of the global queue; else it steals half of a ring
 *
 * How it is done fast.  Figures are ns per operation, gort with the thing and
 * without it in one interleaved run (2-CPU AMD EPYC guest, gcc 12 -O2).
 *
 * - From G to G without g0, wherever a next one is at hand: what must be done
 *   after the old one is saved is one store (a lock's release, the tail of a
 *   queue), and the switch does it.  Through g0 goes what searches, for to search
 *   with a wait list's lock held would keep its waker out, and what commits by a
 *   function.  Exit too needs g0 only where it is the last of this P or its free
 *   lists are full: spawn and wait 17.8, through g0 22.3.
 * - The switch saves six registers by push, and ends in pop; jmp: a ret is
 *   predicted from calls that were another G's.  Park and ready 5.0, with ret
 *   12.0; a tree of Gs over channels 32.9, with ret 39.6.
 * - For the same reason fn is entered by a real call in goexit, so that its ret is
 *   predicted (spawn in batches 13.7; entered by a jump, with goexit's address
 *   planted, 18.8), and functions that have parked return by a jump, too (late.h:
 *   channel hand-off 9.9, else 19.6).
 * - Few branches from a call of the program to the switch: its jump is predicted
 *   by those that led to it.  So yield, park, ready, spawn and exit are one leaf
 *   function each, what takes long is a function of its own that they end in, and
 *   the shared layer has rt_lock and rt_self inlined (rt_inline.h: channel 9.9,
 *   with calls 21.9).
 * - Queues are arrays, and who comes next is looked at while this one is started:
 *   its misses overlap (look_ahead in runq.h).  1000 Gs that yield at 8 sites: 18.9,
 *   without 20.1; a million in a tree: 91, without 105.
 * - A G is one line of cache and has no stack until it runs; a fresh one that
 *   follows an exit begins on the stack just finished.  100 000 at once: 17.7 each,
 *   with a descriptor of two lines and a stack each bound at its end 69.
 * - With one P no instruction is locked.  With more: one to submit, one to take;
 *   a yield takes one in 128, as its Gs reach the global queue in batches (globq.h:
 *   1000 Gs on two Ps 20 ns of wall time a yield; with a lock for each 55 to 88).
 *
 * What was tried and is not done:
 *
 * - One locked queue for all Ps: every spawn of every P meets there.  That is
 *   runtimes/ucontext.
 * - Queues linked through the Gs: the next is known only when this one's line has
 *   arrived, so misses do not overlap.
 * - The switch inlined where the runtime switches, its registers in a clobber list
 *   (-mno-red-zone, for the push is hidden from the compiler): its function saves
 *   the same registers, and ends in ret.  Two Gs that yield 7.3, not 5.4; park and
 *   ready 15, not 5.  Inlined into the program it is another thing, see
 *   suite/limit/yield_inline_2.c.
 * - Registers kept in a struct by moves: 6.1, not 5.4; elsewhere no difference.
 * - Barriers paid by the idle and the thief alone (membarrier): 12.9 us for the
 *   caller and 9.9 us for the one interrupted here; a locked instruction is 2 ns.
 * - Stacks that end on different pages of their slots, for the sake of the TLB: no
 *   difference at 1000, 12 000 and 110 000 stacks.
 * - The stack made ready for a first switch when the G is spawned (variant
 *   eager_stack), a status word in the G: a G on gfree has id 0, one that waits a
 *   reason, one that runs is some P's g, what is left is runnable.
 * DOC: end
 *
 * Who may sleep and who must be woken is the protocol of idle.c.
 */
#include "locked.h"
#include "run.h"

struct sched gort_sched;

/* the M found work: if it was the last that looked, another has to look */
static void stop_spinning(M *m)
{
	if (!m->spinning)
		return;
	m->spinning = false;
	GORT_POINT(stop_spinning);
	if (add_full(&gort_sched.nmspinning, -1) == 0)
		wakep();
}

/* as runqpick, with what other threads have brought */
G *gort_pick(P *p)
{
	if (unlikely(load_relaxed(&gort_sched.ninject)))
		gort_globput_injected();
	return gort_runqpick(p);
}

/* what was picked on the way to g0, by this M or one that has handed its P on */
static G *handoff_take(P *p)
{
	G *g = p->handoff;

	p->handoff = NULL;
	return g;
}

/* the next G of m->p, which may be another P by then: the M may have parked */
static G *findrunnable(M *m)
{
	G *g;

	for (;;) {
		if (unlikely(load_relaxed(&gort_sched.ninject)))
			gort_globput_injected();
		g = handoff_take(m->p);
		if (!g)
			g = gort_runqpick(m->p);
		if (!g)
			g = gort_spin(m);
		if (g)
			break;
		GORT_POINT(nothing_found);
		gort_stopm(m);
	}
	stop_spinning(m);
	return g;
}

/*
 * gort_schedule - run the next G; on g0, with a P or without one.
 *
 * source: Go 1.19 proc.go: schedule, findRunnable
 */
void gort_schedule(void)
{
	M *m = getm();

	if (unlikely(m->lockedg))
		gort_stoplockedm(m);
	if (!m->p)
		gort_mpark(m);
	for (;;) {
		m->p->g = NULL;
		G *g = findrunnable(m);

		GORT_POINT(found);
		if (likely(!load_relaxed(&gort_sched.nlocked)) ||
			!gort_startlockedm(m, g))
			execute(m->p, g);
	}
}

uint64_t gort_submit_slow(P *p, G *kicked, uint64_t id)
{
	if (kicked)
		runqput(p, kicked);
	GORT_POINT(submit_slow);
	full_barrier();
	wakep();
	return id;
}
