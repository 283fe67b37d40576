/*
 * handoff.c - a G stops, another goes on: yield, park, ready.
 *
 * The word `go` of a G, in which a wake-up may come before the sleep:
 *
 *                pt_go                        pt_wait of its own thread
 *      RUNS ------------> GO -------------------------------> RUNS
 *        '--> SLEEPS ---> GO, and a futex wake-up ------------'
 *
 * A G that stopped is on one queue, or one waits for it, so one pt_go comes for
 * each pt_wait.
 */
#include "pt.h"

enum { RUNS, GO, SLEEPS };

void pt_go(struct ptg *g)
{
	RT_POINT(go);
	if (__atomic_exchange_n(&g->go, GO, __ATOMIC_ACQ_REL) == SLEEPS)
		pt_futex_wake(&g->go);
}

/* Its P has been passed on.  When this returns it holds P self->p. */
void pt_wait(struct ptg *self)
{
	uint32_t runs = RUNS;

	RT_POINT(wait);
	__atomic_compare_exchange_n(&self->go, &runs, SLEEPS, false,
		__ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
	RT_POINT(sleeps);
	while (__atomic_load_n(&self->go, __ATOMIC_ACQUIRE) != GO)
		pt_futex_wait(&self->go, SLEEPS);
	__atomic_store_n(&self->go, RUNS, __ATOMIC_RELAXED);
	__atomic_store_n(&self->g.sp, NULL, __ATOMIC_RELAXED);
}

/* where it stands: a frame pointer, so [ caller's fp | return address ] */
static void stand(struct ptg *self, void *frame)
{
	__atomic_store_n(&self->g.sp, frame, __ATOMIC_RELEASE);
}

__attribute__((noinline)) void rt_yield(void)
{
	struct ptg *self = pt_self;

	stand(self, __builtin_frame_address(0));
	struct ptg *next = pt_exchange(self);

	if (!next) {
		stand(self, NULL);
		return;
	}
	pt_go(next);
	pt_wait(self);
}

/* From why on it counts as waiting.  From the commit on it may be readied, and
 * even be handed another P: see sched.c. */
__attribute__((noinline)) void rt_park(
	bool (*commit)(G *self, void *arg), void *arg, const char *why)
{
	struct ptg *self = pt_self;
	int p = self->p;

	stand(self, __builtin_frame_address(0));
	__atomic_store_n(&self->g.why, why, __ATOMIC_RELEASE);
	RT_POINT(commit);
	if (commit && !commit(&self->g, arg)) {
		self->g.why = NULL;
		stand(self, NULL);
		return;
	}
	RT_POINT(committed);
	pt_pass(p);
	pt_wait(self);
}

void rt_ready(G *g)
{
	if (!__atomic_exchange_n(&g->why, NULL, __ATOMIC_ACQ_REL))
		go_fatal("bad g->status in ready");
	RT_POINT(ready);
	pt_runnable(pt_self, (struct ptg *)g);
}

bool rt_frame(G *g, void **pc, void **fp)
{
	void **frame = __atomic_load_n(&g->sp, __ATOMIC_ACQUIRE);

	if (!frame && ((struct ptg *)g)->began)
		return false;
	*pc = frame ? frame[1] : (void *)g->fn;
	*fp = frame ? frame[0] : NULL;
	return true;
}

bool rt_stack(G *g, char **lo, char **hi)
{
	struct ptg *t = (struct ptg *)g;

	if (!t->began)
		return false;
	*lo = t->lo;
	*hi = t->hi;
	return true;
}
