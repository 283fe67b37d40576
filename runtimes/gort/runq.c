/* runq.c - the run queues' slow paths: overflow, growth, injection, stealing. */
#include "runq.h"

#include <string.h>
#include <sys/mman.h>

/*
 * gort_runqput_slow - the ring is full: its older half and g to the global queue.
 *
 * Returns false when a thief was faster: there is room now.
 * source: Go 1.19 proc.go: runqputslow
 */
bool gort_runqput_slow(P *p, G *g, uint32_t head)
{
	G *batch[RUNQ / 2];

	for (uint32_t i = 0; i < RUNQ / 2; i++)
		batch[i] = load_relaxed(&p->runq[(head + i) % RUNQ]);
	GORT_POINT(overflow);
	if (!cas_full(&p->runqhead, &head, head + RUNQ / 2))
		return false;
	gort_plock(&gort_sched.globlock);
	for (uint32_t i = 0; i < RUNQ / 2; i++)
		globput(batch[i]);
	globput(g);
	gort_punlock(&gort_sched.globlock);
	return true;
}

/* globlock is held, the queue is full */
void gort_globgrow(void)
{
	struct sched *s = &gort_sched;
	uint32_t n = s->globtail - s->globhead, size = n ? 2 * n : 4096;
	G **q = gort_reserve(size * sizeof(*q));

	if (!q)
		go_fatal("no memory for the global run queue");
	for (uint32_t i = 0; i < n; i++)
		q[i] = s->globq[(s->globhead + i) & (s->globsize - 1)];
	if (s->globq)
		munmap(s->globq, s->globsize * sizeof(*q));
	s->globq = q;
	s->globsize = size;
	store_relaxed(&s->globhead, 0);
	store_relaxed(&s->globtail, n);
}

/* what was readied by threads without a P joins the global queue; called by the
 * owner of a P, so that the queue needs no lock when there is only one */
void gort_globput_injected(void)
{
	struct sched *s = &gort_sched;
	uint32_t moved = 0;
	G *list;

	gort_lock(&s->lock);
	list = s->inject;
	s->inject = NULL;
	s->injecttail = &s->inject;
	gort_unlock(&s->lock);

	gort_plock(&s->globlock);
	while (list) {
		G *g = list;

		list = g->link;
		g->link = NULL;
		globput(g);
		moved++;
	}
	gort_punlock(&s->globlock);
	/* not before: who is about to park must see them somewhere */
	add_full(&s->ninject, -moved);
}

/* let a victim that is about to run its runnext do so: about 1 us (a pause
 * takes 10 to 70 ns), no clock.  A G in its ring is to be preferred, so look for that meanwhile */
static bool runnext_stays(P *v, G *g)
{
	for (int i = 0; i < 16; i++) {
		cpu_pause();
		if (load_relaxed(&v->runnext) != g ||
			load_relaxed(&v->runqhead) !=
				load_relaxed(&v->runqtail))
			return false;
	}
	return true;
}

static G *runnext_steal(P *v)
{
	G *g = load_acquire(&v->runnext);

	if (!g || !runnext_stays(v, g))
		return NULL;
	GORT_POINT(runnext_steal);
	/* the same address may be another life of the G by now; whoever sits in
	 * the slot is runnable, and the CAS takes exactly that one */
	return cas_full(&v->runnext, &g, NULL) ? g : NULL;
}

/*
 * half of v's ring, oldest first, to p's (empty) ring; the youngest of them is
 * returned to be run.  source: Go 1.19 proc.go: runqgrab, runqsteal
 */
static G *runq_steal_half(P *p, P *v)
{
	uint32_t head = load_acquire(&v->runqhead), tail = p->runqtail, n;

	do {
		n = load_acquire(&v->runqtail) - head;
		n -= n / 2;
		if (n == 0)
			return NULL;
		if (n > RUNQ / 2) { /* head and tail are not of one moment */
			head = load_acquire(&v->runqhead);
			continue;
		}
		for (uint32_t i = 0; i < n; i++)
			store_relaxed(&p->runq[(tail + i) % RUNQ],
				load_relaxed(&v->runq[(head + i) % RUNQ]));
		GORT_POINT(steal);
		if (cas_full(&v->runqhead, &head, head + n))
			break;
	} while (true);
	add_relaxed(&p->steals, n);
	store_release(&p->runqtail, tail + n - 1);
	return load_relaxed(&p->runq[(tail + n - 1) % RUNQ]);
}

static uint32_t next_random(P *p)
{
	p->random ^= p->random << 13;
	p->random ^= p->random >> 17;
	p->random ^= p->random << 5;
	return p->random;
}

/* Four passes over all other Ps from a random one on; runnext in the last. */
G *gort_runqsteal(P *p)
{
	int n = gort_sched.nproc;

	for (int pass = 0; pass < 4; pass++) {
		uint32_t first = next_random(p);

		for (int i = 0; i < n; i++) {
			P *v = &gort_sched.ps[(first + i) % n];
			G *g = v == p ? NULL : runq_steal_half(p, v);

			if (!g && v != p && pass == 3) {
				g = runnext_steal(v);
				if (g)
					add_relaxed(&p->steals, 1);
			}
			if (g)
				return g;
		}
		cpu_pause();
	}
	return NULL;
}
