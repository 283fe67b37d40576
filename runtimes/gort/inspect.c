/* inspect.c - what can be asked about a G from outside. */
#include "gfree.h"
#include "stack.h"

void rt_each(bool (*visit)(G *g, void *arg), void *arg)
{
	uint64_t n = gort_descriptors();

	for (uint64_t i = 0; i < n; i++) {
		G *g = gort_descriptor(i);

		if (load_acquire(&g->id) && !visit(g, arg))
			return;
	}
}

static bool has_p(G *g)
{
	for (int i = 0; i < gort_sched.nproc; i++)
		if (load_acquire(&gort_sched.ps[i].g) == g)
			return true;
	return false;
}

static bool is_blocked(G *g)
{
	uint32_t n = load_acquire(&gort_sched.nms);

	for (uint32_t i = 0; i < n; i++)
		if (load_acquire(&gort_sched.ms[i].blocked) == g)
			return true;
	return false;
}

/* One look at sp: meanwhile the G may start, run, stop and end.  What an sp that
 * was true once points to is on a stack still, whatever it says by now. */
bool rt_frame(G *g, void **pc, void **fp)
{
	if (has_p(g) || is_blocked(g))
		return false;
	void **sp = load_acquire(&g->sp);

	if (is_fresh_sp(sp)) {
		*pc = (void *)g->fn;
		*fp = NULL;
		return true;
	}
	if (!sp || (char *)sp == stack_hi(stack_slot(sp)))
		return false; /* it has ended, or begins: nothing is saved */
	*pc = sp[GORT_SAVED_PC];
	*fp = sp[GORT_SAVED_RBP];
	return true;
}

bool rt_stack(G *g, char **lo, char **hi)
{
	char *sp = load_acquire(&g->sp);

	if (!sp)
		return false;
	sp -= is_fresh_sp(sp); /* the mark */
	*lo = stack_slot(sp) + GUARD;
	*hi = stack_hi(stack_slot(sp));
	return true;
}

const char *rt_status(G *g)
{
	if (load_acquire(&g->id) == 0)
		return "dead";
	if (is_blocked(g))
		return "syscall";
	if (has_p(g))
		return "running";
	return load_acquire(&g->why) ? "waiting" : "runnable";
}
