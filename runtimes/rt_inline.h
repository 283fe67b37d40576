/*
 * rt_inline.h - the short calls of rt.h as the shared layer makes them.
 *
 * A runtime whose folder has an rt_inline.h of its own offers them without a
 * call there (include it by <rt_inline.h>, so that the folder is searched first);
 * the files that include it are built for each runtime.  The saving is not the
 * calls: the fewer branches between a call of the program and the switch, the
 * better the switch's jump is predicted.
 */
#ifndef RT_INLINE_H
#define RT_INLINE_H

#include "rt.h"

/* rt_lock, rt_unlock */
static inline void rt_lock_inline(struct rt_mutex *m)
{
	rt_lock(m);
}

static inline void rt_unlock_inline(struct rt_mutex *m)
{
	rt_unlock(m);
}

/* rt_self, on a G */
static inline G *rt_self_inline(void)
{
	return rt_self();
}

#endif
