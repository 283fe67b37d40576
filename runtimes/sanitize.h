/*
 * sanitize.h - what a runtime tells AddressSanitizer and ThreadSanitizer.
 *
 * The tools take a thread for its stack and its program order.  A G breaks both:
 * it has a stack of its own, and goes from thread to thread.  So a runtime says
 * by these calls what it does.  Here they are nothing; a build that has a tool
 * in it puts a file of this name before this one (suite/builds/TOOL/sanitize.h,
 * hence <sanitize.h>), as a runtime's folder does with a file of the shared layer.
 *
 * What is told.
 *
 *   Stacks.  Each has a record, san_stack, kept where the runtime likes; so has
 *   the scheduler's own, g0, of each thread.  san_switch(from, to) is the last
 *   thing before the stack pointer moves, for every switch: from G to G, to g0
 *   and back.  The tool believes then that it is there already, so nothing that
 *   a tool instruments may run between it and the switch, and nothing has to be
 *   told on arrival: a fresh G shows no frame that a plain build has not.  For
 *   that reason, and because of what follows, the files of a runtime are not
 *   instrumented themselves.
 *   san_exit: the G on this stack has ended; the stack is left by the next
 *   san_switch.  san_stack_begin: a G is to begin on this stack, which may be the
 *   very one that is about to be left by a G that has ended.
 *   san_stack_put: nobody has any business there until the next begin.
 *
 *   Order.  Between two Gs there is the order that rt.h promises, and no other.
 *   A release and an acquire of one address make an edge of it:
 *
 *      release, before            acquire, after                address
 *      rt_spawn returns           fn begins                     its G
 *      rt_ready                   rt_park returns               its G
 *      a G ends                   the G is used again           its G
 *      a G ends                   another begins on its stack   the record
 *      rt_unlock, a park's too    rt_lock                       the lock
 *      rt_park, with a commit     the commit, on g0             record of g0
 *      the first G's fn returns   rt_run returns                as you like
 *
 *   That two Gs follow each other on one P, or go through the same queue under
 *   the same lock, orders nothing: with more Ps it might have been otherwise, and
 *   a program that leans on it is wrong.  So the scheduler's own atomics and
 *   locks must not be seen, which is the other reason not to instrument it; where
 *   it calls rt_lock itself, it does so between san_unseen_begin and _end.  With
 *   one P rt.h fixes the order of running, so there each switch is an edge.
 *   A yield needs none: a G's own order goes with its stack.
 *
 * What is missed by this design.
 *   - races between two Gs that had one descriptor or one stack in turn (of
 *     which the second is never told from the first: it was reused in order);
 *   - a race that an earlier ready of a former owner of the descriptor covers,
 *     as edges into one G add up over its lives;
 *   - bugs of the scheduler itself.  Of those the checks tell, above all in build
 *     hostile; UBSan sees the scheduler, too;
 *   - with one P, every race.
 * A clean run proves nothing about these calls, least of all about those that
 * are missing: suite/builds/test holds bugs that must be found.
 */
#ifndef SANITIZE_H
#define SANITIZE_H

#include <stdbool.h>
#include <stddef.h>

/* clang-format off */
enum {
	SAN_MAX_LIVE = 0, /* Gs at once that a tool has memory for; 0: any number */
	SAN_PAGE = 1,     /* what is kept above a stack begins at a multiple of it */
	SAN_INHERIT = 1,  /* a G may begin on the stack that another leaves */
};
/* clang-format on */

/* what a tool keeps for a stack; all zeros before the first call */
struct san_stack {
};

/* rt_run begins */
static inline void san_start(int nproc)
{
}

/* the calling thread will run Gs: its own stack, g0, has this record */
static inline void san_thread(struct san_stack *g0)
{
}

/* a G is to begin on the bytes [lo, hi) */
static inline void san_stack_begin(
	struct san_stack *s, const void *lo, const void *hi)
{
}

static inline void san_stack_put(
	struct san_stack *s, const void *lo, const void *hi)
{
}

/* its memory is about to go back to the kernel, the record with it */
static inline void san_stack_drop(struct san_stack *s)
{
}

static inline void san_exit(struct san_stack *s)
{
}

static inline void san_switch(struct san_stack *from, struct san_stack *to)
{
}

static inline void san_release(const void *edge)
{
}

static inline void san_acquire(const void *edge)
{
}

/* the calling M gives up the P, takes it: an edge where there is only one */
static inline void san_p_left(const void *p)
{
}

static inline void san_p_taken(const void *p)
{
}

/* what this thread does in between is not seen: it orders nothing, and what it
 * maps counts as written by nobody */
static inline void san_unseen_begin(void)
{
}

static inline void san_unseen_end(void)
{
}

/* for a function that reads what others may be writing, and knows it */
#define SAN_UNSEEN

#endif
