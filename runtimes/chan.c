/*
 * chan.c - channels: a ring of elements and two lines of waiting Gs.
 *
 *      buf  [ e3 | e4 |    | e1 | e2 ]     oldest at first, len of cap in use
 *                            ^first
 *
 * A waiting receiver means an empty ring, a waiting sender a full one; both at
 * once never.  Whoever comes second moves the element, straight between the two
 * stacks where the ring has no part in it, readies the first and goes on.
 */
#include <errno.h>
#include <point.h>
#include <rt_inline.h>
#include <stdlib.h>
#include <string.h>

#include "fatal.h"
#include "late.h"
#include "wait.h"

struct go_chan {
	struct rt_mutex lock; /* of all below */
	bool closed;
	size_t size, cap; /* never change */
	size_t len, first;
	struct go_waitq recvq, sendq;
	_Alignas(16) char buf[];
};

struct go_chan *go_chan_make(size_t size, size_t cap)
{
	struct go_chan *c;
	size_t bytes;

	if (__builtin_mul_overflow(size, cap, &bytes) ||
		__builtin_add_overflow(bytes, sizeof(*c), &bytes)) {
		errno = EINVAL;
		return NULL;
	}
	c = malloc(bytes);
	if (c)
		*c = (struct go_chan){.size = size, .cap = cap};
	return c;
}

void go_chan_free(struct go_chan *c)
{
	free(c);
}

/* a call of memcpy costs more than all else here; most elements are a word */
static inline void copy(struct go_chan *c, void *to, const void *from)
{
	if (!to)
		return;
	if (c->size == sizeof(uint64_t))
		memcpy(to, from, sizeof(uint64_t));
	else
		memcpy(to, from, c->size);
}

/* the i-th slot after the oldest, i <= cap */
static inline void *slot(struct go_chan *c, size_t i)
{
	size_t at = c->first + i;

	return c->buf + (at < c->cap ? at : at - c->cap) * c->size;
}

static inline void drop_first(struct go_chan *c)
{
	if (++c->first == c->cap)
		c->first = 0;
}

static _Noreturn void wait_for_ever(const char *why)
{
	for (;;)
		rt_park(NULL, NULL, why);
}

/* unlock and ready, for the second comer; w may vanish in rt_ready */
static inline void pass(struct go_chan *c, struct go_waiter *w)
{
	G *g = w->g;

	w->ok = true;
	rt_unlock_inline(&c->lock);
	RT_POINT(chan_pass);
	rt_ready(g);
}

static _Noreturn void send_on_closed(void)
{
	go_panic_error("send on closed channel");
}

/* wait for a second comer; gives the lock up */
static RETURNS_LATE void send_waits(struct go_chan *c, const void *elem)
{
	struct go_waiter w = {.g = rt_self_inline(), .elem = (void *)elem};

	go_waitq_push(&c->sendq, &w);
	rt_park(rt_park_unlock, &c->lock, "chan send");
	if (!w.ok)
		send_on_closed();
}

static RETURNS_LATE bool recv_waits(struct go_chan *c, void *elem)
{
	struct go_waiter w = {.g = rt_self_inline(), .elem = elem};

	go_waitq_push(&c->recvq, &w);
	rt_park(rt_park_unlock, &c->lock, "chan receive");
	return w.ok;
}

void go_chan_send(struct go_chan *c, const void *elem)
{
	struct go_waiter *w;

	if (!c)
		wait_for_ever("chan send (nil chan)");
	rt_lock_inline(&c->lock);
	if (c->closed) {
		rt_unlock_inline(&c->lock);
		send_on_closed();
	}
	w = go_waitq_pop(&c->recvq);
	if (w) {
		copy(c, w->elem, elem);
		pass(c, w);
	} else if (c->len < c->cap) {
		copy(c, slot(c, c->len++), elem);
		rt_unlock_inline(&c->lock);
	} else {
		send_waits(c, elem);
	}
}

/* from a sender that waits: the ring, if there is one, is full */
static inline void recv_from(struct go_chan *c, struct go_waiter *w, void *elem)
{
	if (c->cap == 0) {
		copy(c, elem, w->elem);
		return;
	}
	copy(c, elem, slot(c, 0));
	copy(c, slot(c, 0), w->elem);
	drop_first(c);
}

static bool drained(struct go_chan *c, void *elem)
{
	rt_unlock_inline(&c->lock);
	if (elem)
		memset(elem, 0, c->size);
	return false;
}

bool go_chan_recv(struct go_chan *c, void *elem)
{
	struct go_waiter *w;

	if (!c)
		wait_for_ever("chan receive (nil chan)");
	rt_lock_inline(&c->lock);
	w = go_waitq_pop(&c->sendq);
	if (w) {
		recv_from(c, w, elem);
		pass(c, w);
		return true;
	}
	if (c->len > 0) {
		copy(c, elem, slot(c, 0));
		drop_first(c);
		c->len--;
		rt_unlock_inline(&c->lock);
		return true;
	}
	if (c->closed)
		return drained(c, elem);
	return recv_waits(c, elem);
}

/* take all of q off, on top of those taken before: newest first */
static struct go_waiter *cancel(
	struct go_chan *c, struct go_waitq *q, struct go_waiter *taken)
{
	struct go_waiter *w;

	while ((w = go_waitq_pop(q))) {
		if (q == &c->recvq && w->elem)
			memset(w->elem, 0, c->size);
		w->ok = false;
		w->next = taken;
		taken = w;
	}
	return taken;
}

void go_chan_close(struct go_chan *c)
{
	struct go_waiter *w;
	bool closed;

	if (!c)
		go_panic_error("close of nil channel");
	rt_lock_inline(&c->lock);
	closed = c->closed;
	c->closed = true;
	w = cancel(c, &c->sendq, cancel(c, &c->recvq, NULL));
	rt_unlock_inline(&c->lock);
	RT_POINT(chan_close);
	if (closed)
		go_panic_error("close of closed channel");
	go_waitq_ready(w);
}

static size_t read_locked(struct go_chan *c, const size_t *field)
{
	size_t value;

	rt_lock_inline(&c->lock);
	value = *field;
	rt_unlock_inline(&c->lock);
	return value;
}

size_t go_chan_len(struct go_chan *c)
{
	return c ? read_locked(c, &c->len) : 0;
}

size_t go_chan_cap(struct go_chan *c)
{
	return c ? c->cap : 0;
}
