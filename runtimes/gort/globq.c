/* globq.c - the global queue. */
#include "runq.h"

#include <string.h>
#include <sys/mman.h>

/*
 * gort_queue_reserve - room for n in all; false when refused.
 *
 * Its lock is held.  As large as what is alive, no larger: the ends go round, and
 * touch all of it in time.
 */
bool gort_queue_reserve(struct queue *q, uint64_t n)
{
	uint32_t len = q->tail - q->head, size = q->size ? q->size : GORT_QUEUE;
	void **at;

	while (size < n)
		size *= 2;
	if (size == q->size)
		return true;
	at = gort_reserve(size * sizeof(*at));
	if (!at)
		return false;
	for (uint32_t i = 0; i < len; i++)
		at[i] = q->at[(q->head + i) & (q->size - 1)];
	if (q->at)
		munmap(q->at, q->size * sizeof(*at));
	q->at = at;
	q->size = size;
	store_relaxed(&q->head, 0);
	store_relaxed(&q->tail, len);
	return true;
}

/* gort_queues_reserve - room for n Gs wherever a G may have to wait: so that a spawn
 * is refused, and no yield or ready ever */
bool gort_queues_reserve(uint64_t n)
{
	struct sched *s = &gort_sched;
	bool ok;

	gort_plock(&s->globlock);
	ok = gort_queue_reserve(&s->globq, n);
	gort_punlock(&s->globlock);
	gort_lock(&s->lock);
	ok = ok && gort_queue_reserve(&s->injected, n);
	gort_unlock(&s->lock);
	return ok;
}

/* n at the tail of a queue.  Its lock is held */
void gort_queue_put(struct queue *q, G **gs, uint32_t n)
{
	uint32_t tail = q->tail, mask = q->size - 1;
	void **at = q->at;

	for (uint32_t i = 0; i < n; i++)
		at[(tail + i) & mask] = gs[i];
	store_relaxed(&q->tail, tail + n);
}

/*
 * gort_globflush - p's own end of the queue to the common part; more Ps.
 *
 * globlock is held.  A thief may take some of them first, hence the CAS; it and
 * the puts are under the lock, so that who looks at both parts under it misses
 * none.
 */
void gort_globflush(P *p)
{
	struct ends *y = &p->ends[YIELDED];
	uint32_t head = load_acquire(&y->head), n;
	G *gs[RUNQ];

	do {
		n = y->tail - head;
		for (uint32_t i = 0; i < n; i++)
			gs[i] = load_relaxed(slot(p, YIELDED, head + i));
		GORT_POINT(flush);
	} while (n && !cas_full(&y->head, &head, head + n));
	gort_queue_put(&gort_sched.globq, gs, n);
}

/* n of the queue, the first to be run, the rest to p's ring.  globlock is held */
static G *take(P *p, uint32_t n)
{
	struct queue *q = &gort_sched.globq;
	uint32_t tail = p->ends[OWN].tail, head = q->head, mask = q->size - 1;
	void **at = q->at;
	G *g = at[head & mask];

	for (uint32_t i = 1; i < n; i++)
		store_relaxed(slot(p, OWN, tail++), at[(head + i) & mask]);
	store_release(&p->ends[OWN].tail, tail);
	store_relaxed(&q->head, head + n);
	return g;
}

static uint32_t share(uint32_t len, uint32_t max)
{
	uint32_t n = len;

	if (gort_sched.multi)
		n = len / gort_sched.nproc + 1;
	n = n > len ? len : n;
	return n > max ? max : n;
}

static never_inline G *globget_locked(P *p, uint32_t max)
{
	uint32_t len;
	G *g = NULL;

	GORT_POINT(globget);
	gort_lock(&gort_sched.globlock);
	gort_globflush(p);
	len = queue_len(&gort_sched.globq);
	if (len)
		g = take(p, share(len, max));
	gort_unlock(&gort_sched.globlock);
	return g;
}

/*
 * gort_globget - one G to run, and, if max is more than 1, a share of the rest
 * to p's ring, which is empty then; NULL when there is none.
 *
 *   source   Go 1.19 proc.go: globrunqget
 */
G *gort_globget(P *p, uint32_t max)
{
	uint32_t len = queue_len(&gort_sched.globq), own;

	if (!gort_sched.multi)
		return len ? take(p, share(len, GORT_RING ? max : 1)) : NULL;
	own = ring_len(p, YIELDED);
	if (len + own == 0)
		return NULL;
	if (len == 0 && own == 1) /* not worth a lock: there is one to share */
		return ring_get(p, YIELDED, true);
	return globget_locked(p, GORT_RING ? max : 1);
}

/* called by who holds a P, so that the queue needs no lock where there is one */
void gort_globput_injected(void)
{
	struct sched *s = &gort_sched;
	uint32_t n = 0;
	G *gs[RUNQ];

	gort_lock(&s->lock);
	while (n < RUNQ && queue_len(&s->injected))
		gs[n++] = queue_get(&s->injected);
	gort_unlock(&s->lock);
	GORT_POINT(injected_taken);

	gort_plock(&s->globlock);
	gort_queue_put(&s->globq, gs, n);
	gort_punlock(&s->globlock);
	GORT_POINT(injected_put);
	/* not before: who is about to park must see them somewhere */
	add_full(&s->ninject, -n);
}

/*
 * gort_work_exists - is anything in any queue?  For who is about to park.
 *
 * Under globlock no G is on its way between a ring and the common part.  Without
 * stealing what another P has is no work for the caller.  ORDER lock: sched.lock
 * before globlock.
 */
bool gort_work_exists(void)
{
	struct sched *s = &gort_sched;
	bool found;

	gort_plock(&s->globlock);
	found = load_full(&s->ninject) || queue_len(&s->globq);
	GORT_POINT(work_exists);
	for (int i = 0; GORT_STEAL && i < s->nproc && !found; i++)
		found = !runqempty(&s->ps[i]);
	gort_punlock(&s->globlock);
	return found;
}
