/*
 * trace.c - who called: frames, walked by their pointers.
 *
 *      fp --> [ caller's fp | return address ] --> ... --> [ 0 | goexit+1 ]
 *
 * A walk ends with the return address that lies in goexit.  It also ends, with
 * what it has, where a frame pointer is not on the G's stack, not aligned, or
 * not above the one before: code built without frame pointers costs frames,
 * never a fault.
 */
#include <sanitize.h>

#include "trace.h"

struct bounds {
	char *lo, *hi;
};

static inline bool on_stack(const struct bounds *b, void **fp)
{
	uintptr_t at = (uintptr_t)fp; /* fp may be NULL, or anything */

	return at >= (uintptr_t)b->lo && at + 16 <= (uintptr_t)b->hi &&
	       at % sizeof(void *) == 0;
}

static inline __attribute__((always_inline)) int walk(
	const struct bounds *b, void **fp, int64_t skip, void **pcs, int n)
{
	uintptr_t goexit = (uintptr_t)__start_rt_goexit;
	uintptr_t size = (uintptr_t)__stop_rt_goexit - goexit;
	void **to = pcs, **end = pcs + n;

	while (to < end && on_stack(b, fp)) {
		void **caller = fp[0];

		*to = fp[1];
		to += --skip < 0;
		if ((uintptr_t)fp[1] - goexit < size || caller <= fp)
			break;
		fp = caller;
	}
	return (int)(to - pcs);
}

__attribute__((noinline)) int go_callers(int skip, void **pcs, int n)
{
	G *g = rt_self();
	struct bounds b;
	int own = 0;

	if (n <= 0 || !g || !rt_stack(g, &b.lo, &b.hi))
		return 0;
	if (skip <= 0)
		pcs[own++] = (char *)go_callers + 1;
	return own + walk(&b, __builtin_frame_address(0), skip - 1, pcs + own,
			     n - own);
}

__attribute__((noinline)) bool go_caller(int skip, struct go_frame *frame)
{
	G *g = rt_self();
	struct bounds b;
	void *pc;

	if (g && rt_stack(g, &b.lo, &b.hi) &&
		walk(&b, __builtin_frame_address(0), skip, &pc, 1)) {
		go_symbol(pc, frame);
		return true;
	}
	*frame = (struct go_frame){.function = "?", .file = ""};
	return false;
}

/* what it reads of another G's stack may change, or be left, under it */
SAN_UNSEEN int go_trace_walk(G *g, void *pc, void **fp, void **pcs, int n)
{
	struct bounds b = {0};
	void *frame = fp;
	int own = 0;

	rt_stack(g, &b.lo, &b.hi);
	if (!on_stack(&b, fp) && !rt_frame(g, &pc, &frame))
		return -1;
	if (!frame) {
		pcs[0] = (char *)pc + 1;
		pcs[1] = (char *)__start_rt_goexit + 1;
		return 2;
	}
	if (pc)
		pcs[own++] = pc;
	return own + walk(&b, frame, 0, pcs + own, n - own);
}
