/*
 * config.h - the decisions that a variant takes back, and the sizes.
 *
 * A variant (variants/NAME.mk) sets one of the first group to the other value;
 * a build that is to find bugs (suite/builds) shrinks the second.  All are
 * constants: what is not taken costs nothing.
 */
#ifndef GORT_CONFIG_H
#define GORT_CONFIG_H

#ifndef GORT_RUNNEXT
#define GORT_RUNNEXT 1 /* who was spawned or readied last runs next */
#endif
#ifndef GORT_RING
#define GORT_RING \
	1 /* each P has a run queue; 0: all Gs are in the global one */
#endif
#ifndef GORT_STEAL
#define GORT_STEAL 1 /* an M that finds nothing takes from other Ps */
#endif
#ifndef GORT_DIRECT
#define GORT_DIRECT 1 /* from G to G where it can be; 0: always through g0 */
#endif
#ifndef GORT_RECYCLE
#define GORT_RECYCLE 1 /* Gs and stacks are used again */
#endif
#ifndef GORT_LATE_STACK
#define GORT_LATE_STACK 1 /* a G gets its stack when it first runs */
#endif
#ifndef GORT_GUARD
#define GORT_GUARD 1 /* the page below a stack faults */
#endif
#ifndef GORT_FPENV
#define GORT_FPENV 0 /* a switch keeps mxcsr and the x87 control word */
#endif

#ifndef GORT_RUNQ
#define GORT_RUNQ 256 /* slots of a P's ring; Go's number */
#endif
#ifndef GORT_GFREE
#define GORT_GFREE 64 /* free Gs a P may hold; at that many it gives 33 back */
#endif
#ifndef GORT_STACK
#define GORT_STACK 65536 /* bytes of a stack with its guard, a power of two */
#endif
#ifndef GORT_STACK_GUARD
#define GORT_STACK_GUARD 4096
#endif
#ifndef GORT_MARK
#define GORT_MARK 1 /* guards are marks, where the kernel can; 0: mprotect */
#endif
#ifndef GORT_SLAB
#define GORT_SLAB \
	(8ul << 30) /* bytes of a slab of stacks, if they can be had */
#endif
#ifndef GORT_QUEUE
#define GORT_QUEUE \
	4096 /* slots that a growing queue begins with, a power of two */
#endif
#ifndef GORT_RING_FROM
#define GORT_RING_FROM \
	0 /* where the counters of rings begin; they wrap at 2^32 */
#endif
#ifndef GORT_WATERMARK
#define GORT_WATERMARK 256 /* free stacks that keep their pages, always */
#endif
#ifndef GORT_SCAVENGE_NS
#define GORT_SCAVENGE_NS 100000000 /* from look to look at the free stacks */
#endif

#endif
