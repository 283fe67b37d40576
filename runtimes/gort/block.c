/*
 * block.c - rt_block_enter, rt_block_exit: round a call that may block in the
 * kernel.
 *
 * The M goes in without its P, which stays where it is in state blocked:
 *
 *                  enter                       exit, nobody took it
 *      running ------------> blocked ---------------------------> running
 *                               |
 *                               '--> sysmon takes it, and an M for it
 *
 * Whoever moves the state away from blocked, by a CAS, has the P: the M when it
 * comes out, or sysmon, which gives it to another M (sysmon.c).  A P that was
 * taken may be back in state blocked by another M's doing; then it is as free
 * to take as before.  An M that comes out and finds its P gone takes an idle
 * one, or queues its G and parks.
 *
 * source: Go 1.19 proc.go: reentersyscall, exitsyscall
 */
#include <errno.h>

#include "run.h"
#include "sysmon.h"

void rt_block_enter(void)
{
	P *p = getp();
	M *m;

	if (unlikely(!p))
		go_fatal("rt_block_enter without a P");
	m = p->m;
	m->oldp = p;
	store_release(&m->blocked, p->g);
	gort_releasep(m);
	GORT_POINT(block_enter);
	store_relaxed(&p->blocktick, p->blocktick + 1);
	/* full: sysmon says that it sleeps, then looks at all states */
	swap_full(&p->status, P_BLOCKED);
	GORT_POINT(blocked);
	gort_sysmon_needed();
}

/* on g0, without a P: the G is saved */
static void exit_without_p0(G *g)
{
	struct sched *s = &gort_sched;
	M *m = getm();

	gort_lock(&s->lock);
	P *p = m->lockedg ? NULL : gort_pidleget();

	if (!p) {
		queue_put(&s->injected, g);
		add_full(&s->ninject, 1);
	}
	store_release(&m->blocked, NULL);
	gort_unlock(&s->lock);
	GORT_POINT(block_exit_without_p);
	if (!p) {
		wakep();
		gort_schedule();
	}
	gort_acquirep(m, p);
	execute(p, g);
}

/* another M may run the G by now, so whose errno that is, is found anew */
static never_inline void set_errno(int value)
{
	errno = value;
}

static never_inline void exit_without_p(M *m)
{
	int value = errno;

	san_switch(stack_san(m->blocked->sp), &m->san);
	gort_mcall(&m->blocked->sp, m->g0sp, exit_without_p0, m->blocked);
	set_errno(value);
}

void rt_block_exit(void)
{
	M *m = getm();
	P *p;
	uint32_t blocked = P_BLOCKED;

	if (unlikely(!m || !m->blocked))
		go_fatal("rt_block_exit outside of a blocking section");
	p = m->oldp;
	GORT_POINT(block_exit);
	if (unlikely(!cas_full(&p->status, &blocked, P_RUNNING))) {
		exit_without_p(m);
		return;
	}
	GORT_POINT(block_exit_with_p);
	gort_acquirep(m, p);
	p->g = m->blocked;
	store_release(&m->blocked, NULL);
}
