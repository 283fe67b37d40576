/* traceback.c - traces in Go's text form. */
#include "trace.h"

void go_trace_header(struct go_print *p, G *g)
{
	const char *why = g->why; /* another P may clear it meanwhile */

	go_print_text(p, "goroutine ");
	go_print_uint(p, g->id);
	go_print_text(p, " [");
	go_print_text(p, why ? why : rt_status(g));
	if (rt_thread_locked(g))
		go_print_text(p, ", locked to thread");
	go_print_text(p, "]:");
}

extern const char __executable_start[];

/* entry: pc stands for the function as a whole */
static void print_place(
	struct go_print *p, const struct go_frame *frame, bool entry)
{
	const char *base = frame->entry ? frame->entry : __executable_start;

	go_print_text(p, "\n\t");
	go_print_text(p, frame->file);
	go_print_text(p, ":");
	go_print_uint(p, (unsigned)frame->line);
	if (!entry) {
		go_print_text(p, " +");
		go_print_hex(p, (uintptr_t)((char *)frame->pc - base));
	}
	go_print_text(p, "\n");
}

static void print_frame(struct go_print *p, G *g, void *pc)
{
	struct go_frame frame;

	go_symbol(pc, &frame);
	go_print_text(p, frame.function);
	go_print_text(p, "()");
	print_place(p, &frame, pc == (char *)g->fn + 1);
}

static void print_created_by(struct go_print *p, G *g)
{
	struct go_frame frame;

	if (!g->parent)
		return;
	go_symbol(g->created, &frame);
	go_print_text(p, "created by ");
	go_print_text(p, frame.function);
	print_place(p, &frame, false);
}

void go_trace_print(struct go_print *p, G *g, void **fp)
{
	void *pcs[TRACE_FRAMES + 1];
	int n;

	go_trace_header(p, g);
	go_print_text(p, "\n");
	n = go_trace_walk(g, NULL, fp, pcs, TRACE_FRAMES + 1);
	if (n < 0)
		go_print_text(p, "\tgoroutine running on other thread; "
				 "stack unavailable\n");
	for (int i = 0; i < n && i < TRACE_FRAMES; i++)
		print_frame(p, g, pcs[i]);
	if (n > TRACE_FRAMES)
		go_print_text(p, "...additional frames elided...\n");
	print_created_by(p, g);
}

struct others {
	struct go_print *p;
	G *self;
};

static bool print_other(G *g, void *arg)
{
	struct others *others = arg;

	if (g == others->self || g->id == 0)
		return true;
	go_print_text(others->p, "\n");
	go_trace_print(others->p, g, NULL);
	return true;
}

void go_trace_others(struct go_print *p, G *self)
{
	struct others others = {.p = p, .self = self};

	rt_each(print_other, &others);
}

__attribute__((noinline)) size_t go_stack(char *buf, size_t size, bool all)
{
	struct go_print p = {.buf = buf, .fd = -1};
	G *self = rt_self();

	if (size == 0)
		return 0;
	p.size = size - 1;
	go_trace_print(&p, self, __builtin_frame_address(0));
	if (all)
		go_trace_others(&p, self);
	buf[p.len] = '\0';
	return p.len;
}
