/*
 * switch.c - a G stops, another goes on: yield, park, exit.
 *
 * What must be done about a G that stops can be done only when its registers
 * are saved, for then another M may run it: queue it, unlock what it waits
 * for, free it.  So it is left in its M as done(), and whoever is switched to
 * does it first (uc_landed): the next G, or g0.
 *
 *      G a                       G b, or g0
 *      m->prev = a, m->done
 *      swapcontext ------------> uc_landed: a stands; m->done(m, a)
 *
 * Yield, and park whose commit is rt_park_unlock, go straight to the next G;
 * all else, and a park when no other G is runnable, goes through g0.
 */
#include "uc.h"

static __thread M *tls_m;

/* A call, read anew each time: behind swapcontext another M may run the caller,
 * and compilers keep the address of a thread-local. */
__attribute__((noinline)) M *uc_m(void)
{
	__asm__ volatile("");
	return tls_m;
}

G *rt_self(void)
{
	M *m = uc_m();

	return m && m->curg ? &m->curg->g : NULL;
}

int rt_proc(void)
{
	return uc_m()->proc;
}

void uc_landed(void)
{
	M *m = uc_m();
	struct ucg *prev = m->prev;

	if (m->curg)
		__atomic_store_n(&m->curg->g.sp, NULL, __ATOMIC_RELAXED);
	RT_POINT(landed);
	if (!prev)
		return;
	m->prev = NULL;
	__atomic_store_n(&prev->g.sp, &prev->regs, __ATOMIC_RELEASE);
	m->done(m, prev);
}

/* m leaves the stack with this record for that of next; NULL: for g0's */
static void tell(M *m, struct san_stack *from, struct ucg *next)
{
	san_switch(from, next ? &next->san : &m->san);
	if (next)
		san_acquire(next);
}

/* next NULL: go to g0 */
static void stop(M *m, void (*done)(M *, struct ucg *), struct ucg *next)
{
	struct ucg *self = m->curg;

	m->prev = self;
	m->done = done;
	m->curg = next;
	tell(m, &self->san, next);
	swapcontext(&self->regs, next ? &next->regs : &m->g0);
	uc_landed();
}

/* The M's first call, on its own stack. */
void uc_schedule(M *m)
{
	tls_m = m;
	for (;;) {
		struct ucg *g = m->resume;

		m->resume = NULL;
		if (!g)
			g = uc_pick(m);
		if (!g)
			g = uc_findrunnable(m);
		m->curg = g;
		tell(m, &m->san, g);
		swapcontext(&m->g0, &g->regs);
		uc_landed();
	}
}

static void yielded(M *m, struct ucg *g)
{
	uc_runnable(NULL, g);
}

void rt_yield(void)
{
	M *m = uc_m();
	struct ucg *next = uc_pick(m);

	if (next)
		stop(m, yielded, next);
}

/* To the tools an unlock is g's, who has told it before; what any other commit
 * does comes after what g has done. */
static bool commit(M *m, struct ucg *g)
{
	const bool unlock = m->commit == rt_park_unlock;
	bool ok;

	if (unlock)
		san_unseen_begin();
	else
		san_acquire(&m->san);
	ok = m->commit(&g->g, m->commitarg);
	if (unlock)
		san_unseen_end();
	return ok;
}

/* From why on the G counts as waiting, from the commit on it may be readied. */
static void parked(M *m, struct ucg *g)
{
	__atomic_store_n(&g->g.why, m->why, __ATOMIC_RELEASE);
	RT_POINT(commit);
	if (m->commit && !commit(m, g)) {
		g->g.why = NULL;
		san_release(g);
		m->resume = g;
	}
}

void rt_park(bool (*commit)(G *self, void *arg), void *arg, const char *why)
{
	M *m = uc_m();

	m->commit = commit;
	m->commitarg = arg;
	m->why = why;
	san_release(commit == rt_park_unlock ? arg : &m->san);
	stop(m, parked, commit == rt_park_unlock ? uc_pick(m) : NULL);
}

void rt_ready(G *g)
{
	if (!__atomic_exchange_n(&g->why, NULL, __ATOMIC_ACQ_REL))
		go_fatal("bad g->status in ready");
	san_release(g);
	RT_POINT(ready);
	uc_runnable(uc_m(), (struct ucg *)g);
}

static void exited(M *m, struct ucg *g)
{
	__atomic_store_n(&g->g.id, 0, __ATOMIC_RELEASE);
	RT_POINT(exited);
	g->g = (G){0};
	g->began = false;
	uc_gfput(g);
}

void rt_exit(void)
{
	M *m = uc_m();

	m->prev = m->curg;
	m->done = exited;
	m->curg = NULL;
	san_release(m->prev);
	san_exit(&m->prev->san);
	tell(m, &m->prev->san, NULL);
	setcontext(&m->g0);
	__builtin_unreachable();
}

bool rt_frame(G *g, void **pc, void **fp)
{
	ucontext_t *regs = __atomic_load_n(&g->sp, __ATOMIC_ACQUIRE);
	bool began = ((struct ucg *)g)->began;

	if (!regs)
		return false;
	*pc = began ? (void *)regs->uc_mcontext.gregs[REG_RIP] : (void *)g->fn;
	*fp = began ? (void *)regs->uc_mcontext.gregs[REG_RBP] : NULL;
	return true;
}

bool rt_stack(G *g, char **lo, char **hi)
{
	*lo = ((struct ucg *)g)->lo;
	*hi = uc_hi((struct ucg *)g);
	return true;
}
