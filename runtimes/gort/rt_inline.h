/* rt_inline.h - rt_lock, rt_unlock and rt_self without a call. */
#ifndef RT_INLINE_H
#define RT_INLINE_H

#include "gort.h"

static always_inline void rt_lock_inline(struct rt_mutex *m)
{
	if (gort_sched.shared) {
		gort_lock(m);
		san_acquire(m);
	}
}

static always_inline void rt_unlock_inline(struct rt_mutex *m)
{
	if (gort_sched.shared) {
		san_release(m);
		gort_unlock(m);
	}
}

static always_inline G *rt_self_inline(void)
{
	return getp()->g;
}

#endif
