/*
 * globq.h - the global queue: what overflows, what yields, what comes from
 * threads without a P.
 *
 * Its common part is a ring that grows, under globlock; with one P no lock is
 * needed.  With more Ps each has an own end of it, ring YIELDED, where its Gs go
 * that yield, without a lock; it joins the common part, under one lock for all, when
 * it is full and whenever its P looks at the global queue: at the 61st tick and
 * when its ring is empty.  So among more Ps a G that yields may come later to
 * the common tail than by Go's letter, but not later than its P comes back to
 * it, and nobody can tell: no happens-before is lost.  Thieves look there too.
 *
 * What is in `injected` is in no order with the rest; it joins the common part
 * whenever an M is about to pick on g0 (gort_globput_injected).
 */
#ifndef GORT_GLOBQ_H
#define GORT_GLOBQ_H

#include "gort.h"

bool gort_queue_reserve(struct queue *q, uint64_t n);
bool gort_queues_reserve(uint64_t n);
void gort_queue_put(struct queue *q, G **gs, uint32_t n);
G *gort_globget(P *p, uint32_t max);
void gort_globflush(P *p);
void gort_globput_injected(void);
bool gort_work_exists(void);

static always_inline uint32_t queue_len(const struct queue *q)
{
	return load_relaxed(&q->tail) - load_relaxed(&q->head);
}

/* its lock is held; there is room, as there is for every descriptor */
static always_inline void queue_put(struct queue *q, void *g)
{
	uint32_t tail = q->tail;

	q->at[tail & (q->size - 1)] = g;
	store_relaxed(&q->tail, tail + 1);
}

/* its lock is held, it is not empty: the first one in */
static always_inline void *queue_get(struct queue *q)
{
	uint32_t head = q->head;
	void *g = q->at[head & (q->size - 1)];

	store_relaxed(&q->head, head + 1);
	return g;
}

/* its lock is held, it is not empty: the last one in */
static always_inline void *queue_pop(struct queue *q)
{
	uint32_t tail = q->tail - 1;

	store_relaxed(&q->tail, tail);
	return q->at[tail & (q->size - 1)];
}

#endif
