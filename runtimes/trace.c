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
#include "trace.h"

static inline bool on_stack(G *g, void **fp)
{
	return (char *)fp >= g->lo && (char *)fp + 16 <= g->hi &&
	       (uintptr_t)fp % sizeof(void *) == 0;
}

static inline __attribute__((always_inline)) int walk(
	G *g, void **fp, int64_t skip, void **pcs, int n)
{
	uintptr_t goexit = (uintptr_t)__start_rt_goexit;
	uintptr_t size = (uintptr_t)__stop_rt_goexit - goexit;
	void **to = pcs, **end = pcs + n;

	while (to < end && on_stack(g, fp)) {
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
	int own = 0;

	if (!g || n <= 0)
		return 0;
	if (skip <= 0)
		pcs[own++] = (char *)go_callers + 1;
	return own + walk(g, __builtin_frame_address(0), skip - 1, pcs + own,
			     n - own);
}

__attribute__((noinline)) bool go_caller(int skip, struct go_frame *frame)
{
	G *g = rt_self();
	void *pc;

	if (g && walk(g, __builtin_frame_address(0), skip, &pc, 1)) {
		go_symbol(pc, frame);
		return true;
	}
	*frame = (struct go_frame){.function = "?", .file = ""};
	return false;
}

int go_trace_walk(G *g, void *pc, void **fp, void **pcs, int n)
{
	void *frame = fp;
	int own = 0;

	if (!on_stack(g, fp) && !rt_frame(g, &pc, &frame))
		return -1;
	if (!frame) {
		pcs[0] = (char *)pc + 1;
		pcs[1] = (char *)__start_rt_goexit + 1;
		return 2;
	}
	if (pc)
		pcs[own++] = pc;
	return own + walk(g, frame, 0, pcs + own, n - own);
}

const char *go_status(G *g)
{
	void *pc, *fp;

	if (g->id == 0)
		return "dead";
	if (g == rt_self() || !rt_frame(g, &pc, &fp))
		return "running";
	return g->why ? "waiting" : "runnable";
}
