/*
 * gfree.h - free descriptors: a stack of at most 64 per P, the rest global.
 *
 * Arrays of pointers, so that putting one away or finding one touches no other
 * descriptor.  ORDER gfree: sizes and order of the batches are Go's gfput/gfget.
 */
#ifndef GORT_GFREE_H
#define GORT_GFREE_H

#include "gort.h"

/* gfree.c */
bool gort_gfget_slow(P *p);
void gort_gfput_slow(P *p);
uint64_t gort_descriptors(void);
G *gort_descriptor(uint64_t i);

/* p has one */
static always_inline G *gfget_quick(P *p)
{
	return p->gfree[--p->ngfree];
}

/* g is cleared, and its stack is taken from it: it may be used at once */
static always_inline void gfput(P *p, G *g)
{
	if (!GORT_RECYCLE)
		return;
	p->gfree[p->ngfree++] = g;
	if (unlikely(p->ngfree == GFREE))
		gort_gfput_slow(p);
}

#endif
