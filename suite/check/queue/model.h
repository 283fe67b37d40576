/*
 * model.h - Go's run queues of one P, as simply as they can be written:
 * runnext, a ring of 256, the global queue, the tick.  Queues are plain arrays
 * that are never wrapped.
 */
#ifndef CHECK_QUEUE_MODEL_H
#define CHECK_QUEUE_MODEL_H

enum { MODEL_RING = 256, MODEL_TICK = 61, MODEL_PUTS = 1 << 15 };

struct model_fifo {
	int of[MODEL_PUTS], head, tail;
};

struct model {
	struct model_fifo ring, glob;
	int runnext, tick; /* runnext 0: none */
};

static inline int model_len(const struct model_fifo *q)
{
	return q->tail - q->head;
}

static inline void model_append(struct model_fifo *q, int g)
{
	q->of[q->tail++] = g;
}

static inline int model_take(struct model_fifo *q)
{
	return q->of[q->head++];
}

/* a full ring: its older half, then the newcomer, to the global queue */
static inline void model_put(struct model *m, int g)
{
	if (model_len(&m->ring) < MODEL_RING) {
		model_append(&m->ring, g);
		return;
	}
	for (int i = 0; i < MODEL_RING / 2; i++)
		model_append(&m->glob, model_take(&m->ring));
	model_append(&m->glob, g);
}

static inline void model_spawn(struct model *m, int g)
{
	if (m->runnext)
		model_put(m, m->runnext);
	m->runnext = g;
}

/* a yield to the global queue; one to the own ring is model_put */
static inline void model_yield(struct model *m, int g)
{
	model_append(&m->glob, g);
}

/* at one P: all of the global queue, but no more than half a ring */
static inline int model_refill(struct model *m)
{
	int n = model_len(&m->glob);
	int g = model_take(&m->glob);

	for (int i = 1; i < n && i < MODEL_RING / 2; i++)
		model_put(m, model_take(&m->glob));
	return g;
}

/* the next G; 0: nothing is runnable */
static inline int model_pick(struct model *m)
{
	int g = m->runnext;

	if (m->tick % MODEL_TICK == 0 && model_len(&m->glob) > 0) {
		m->tick++;
		return model_take(&m->glob);
	}
	m->runnext = 0;
	if (g) /* inherits the slice: no tick */
		return g;
	m->tick++;
	if (model_len(&m->ring) > 0)
		return model_take(&m->ring);
	return model_len(&m->glob) > 0 ? model_refill(m) : 0;
}

#endif
