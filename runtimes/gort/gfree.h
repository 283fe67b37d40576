/*
 * gfree.h - free descriptors: a stack of at most 64 per P, the rest global.
 *
 * Arrays of pointers, so that putting one away or finding one touches no other
 * descriptor.  ORDER gfree: sizes and order of the batches are Go's gfput/gfget.
 */
#ifndef GORT_GFREE_H
#define GORT_GFREE_H

#include "gort.h"

static inline G *gfget(P *p)
{
	if (unlikely(p->ngfree == 0))
		return gort_gfget_slow(p);
	return p->gfree[--p->ngfree];
}

/* g is cleared, and its stack is taken from it: it may be used at once */
static inline void gfput(P *p, G *g)
{
	p->gfree[p->ngfree++] = g;
	if (unlikely(p->ngfree == GFREE))
		gort_gfput_slow(p);
}

#endif
