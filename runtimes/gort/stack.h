/*
 * stack.h - where a stack begins and ends, and who has it.
 *
 *      slot        lo                                      hi      slot end
 *         | no access |  GORT_STACK - guard - colour          | colour |
 *
 * (In a build that has a tool in it the tool's record is above the colour.)
 *
 * A slot is aligned to its size, so any address in a stack tells its slot, and
 * the slot its colour.  Nothing has to be kept about a stack but its hi, and
 * that only while it is free.
 *
 * Colour: hi differs by 0 to 15 times 192 bytes from slot to slot, or the hot
 * lines of a thousand stacks would fight for the same set of the cache.
 */
#ifndef GORT_STACK_H
#define GORT_STACK_H

#include "gort.h"

enum {
	STACK = GORT_STACK,
	GUARD = GORT_STACK_GUARD,
	COLOURS = 16,
	COLOUR = 192,
	RECORD = (sizeof(struct san_stack) + SAN_PAGE - 1) / SAN_PAGE *
	         SAN_PAGE, /* 0 in a plain build */
	STACK_BYTES = STACK - GUARD - (COLOURS - 1) * COLOUR - RECORD,
};
_Static_assert((STACK & (STACK - 1)) == 0, "slots are found by a mask");
_Static_assert(STACK_BYTES >= (int)RT_STACK_MIN, "no stack is too small");

/* slab.c */
bool gort_stack_reserve(void);
char *gort_stackget_slow(P *p);
void gort_stackput_slow(P *p);
void gort_stack_drop(char *hi);
uint64_t gort_stacks(void);

static always_inline char *stack_hi(const void *slot)
{
	return (char *)slot + STACK - RECORD -
	       (uintptr_t)slot / STACK % COLOURS * COLOUR;
}

/* the slot of the stack that holds the byte below `at` */
static always_inline char *stack_slot(const void *at)
{
	return (char *)(((uintptr_t)at - 1) & -(uintptr_t)STACK);
}

/* what a tool keeps of the stack that holds the byte below `at` */
static always_inline struct san_stack *stack_san(const void *at)
{
	return (struct san_stack *)(stack_slot(at) + STACK - RECORD);
}

/* a free stack, by its hi */
static always_inline char *stackget(P *p)
{
	return likely(p->nstack) ? p->stacks[--p->nstack]
	                         : gort_stackget_slow(p);
}

/* there is room */
static always_inline void stackput_quick(P *p, char *hi)
{
	san_stack_put(stack_san(hi), stack_slot(hi) + GUARD, hi);
	p->stacks[p->nstack++] = hi;
}

/* nobody stands on it any more, or only the caller, who leaves it before this P
 * runs anything else */
static always_inline void stackput(P *p, char *hi)
{
	if (!GORT_RECYCLE) {
		gort_stack_drop(hi);
		return;
	}
	if (unlikely(p->nstack == GFREE))
		gort_stackput_slow(p);
	stackput_quick(p, hi);
}

/*
 * A G that never ran, by its sp.  Where stacks are bound early (variant
 * eager_stack) it has one nevertheless: sp is its hi and the mark 1.
 */
static always_inline bool is_fresh_sp(const void *sp)
{
	return GORT_LATE_STACK ? !sp : (uintptr_t)sp & 1;
}

static always_inline bool is_fresh(const G *g)
{
	return is_fresh_sp(g->sp);
}

/* give g, which never ran, the stack [.., hi): it is to run there */
static always_inline char *stack_take(G *g, char *hi)
{
	g->sp = hi;
	san_stack_begin(stack_san(hi), stack_slot(hi) + GUARD, hi);
	return hi;
}

static always_inline char *stack_bind(P *p, G *g)
{
	return stack_take(g, GORT_LATE_STACK ? stackget(p) : (char *)g->sp - 1);
}

#endif
