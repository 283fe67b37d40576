/*
 * wait.h - lists of Gs that wait for a lock, a group or a channel.
 *
 * A waiter is a record on the waiting G's own stack:
 *
 *      first --> [g1] <--> [g2] <--> [g3] <-- last
 *
 * Every field belongs to the lock of the list while the waiter is on it, and to
 * whoever took it off until that one readies its G.  From then on the record
 * may be gone.
 */
#ifndef WAIT_H
#define WAIT_H

#include "go.h"

struct go_waiter {
	G *g;
	void *elem; /* channel: what to send, or where to put it */
	struct go_waiter *next;
	bool ok; /* channel: passed on, not closed; lock: handed over */
};

static inline void go_waitq_push(struct go_waitq *q, struct go_waiter *w)
{
	w->next = NULL;
	if (q->first)
		q->last->next = w;
	else
		q->first = w;
	q->last = w;
}

static inline void go_waitq_push_front(struct go_waitq *q, struct go_waiter *w)
{
	w->next = q->first;
	if (!q->first)
		q->last = w;
	q->first = w;
}

/* NULL when nobody waits */
static inline struct go_waiter *go_waitq_pop(struct go_waitq *q)
{
	struct go_waiter *w = q->first;

	if (w)
		q->first = w->next;
	return w;
}

/* ready w and all behind it, in that order */
static inline void go_waitq_ready(struct go_waiter *w)
{
	while (w) {
		struct go_waiter *next = w->next;

		rt_ready(w->g);
		w = next;
	}
}

#endif
