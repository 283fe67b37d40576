/* many.h - many Gs at once, for benchmarks on one P. */
#ifndef MANY_H
#define MANY_H

#include "suite.h"

/*
 * spawn_many - n Gs that will run fn(arg).
 *
 *   returns  how many there are; fewer than n when the machine refused one, and
 *            then lap is refused too: the caller lets those end and returns
 */
static inline uint64_t spawn_many(
	struct lap *lap, uint64_t n, void (*fn)(void *), void *arg)
{
	uint64_t i;

	for (i = 0; i < n && rt_spawn(fn, arg); i++)
		;
	if (i < n)
		lap_refuse(lap, "spawn %llu of %llu: %s",
			(unsigned long long)i + 1, (unsigned long long)n,
			strerror(errno));
	return i;
}

static uint64_t many_ran;

static inline void many_work(void *wg)
{
	many_ran++;
	go_wg_done(wg);
}

/* spawn_wait - a batch of Gs, and a wait until they have run; false when one
 * was refused, and then the others have run */
static inline bool spawn_wait(struct lap *lap, uint64_t batch)
{
	struct go_wg wg = {.n = (int64_t)batch};
	uint64_t spawned = spawn_many(lap, batch, many_work, &wg);

	if (spawned < batch)
		go_wg_add(&wg, (int64_t)(spawned - batch));
	go_wg_wait(&wg);
	return spawned == batch;
}

/* spawn_lap - lap->n of them, in batches: the whole of a benchmark */
static inline void spawn_lap(struct lap *lap, uint64_t batch)
{
	lap_round(lap, batch);
	many_ran = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += batch)
		if (!spawn_wait(lap, batch))
			return;
	lap_stop(lap);
	lap_did(lap, many_ran);
}

/* Gs that wait side by side until the crowd is let go */
struct crowd {
	G **g;      /* room for all of them */
	uint64_t n; /* that wait, or have waited */
	struct go_wg wg;
};

/* crowd_room - an empty crowd with room for n, whose pages have been touched */
static inline struct crowd crowd_room(uint64_t n)
{
	struct crowd c = {.g = malloc(n * sizeof(G *))};

	if (!c.g)
		go_fatal("no memory for a crowd");
	memset(c.g, 1, n * sizeof(G *));
	return c;
}

static inline void crowd_wait(void *arg)
{
	struct crowd *c = arg;

	c->g[c->n++] = rt_self();
	rt_park(NULL, NULL, "crowd");
	go_wg_done(&c->wg);
}

/* crowd_gather - returns when n more wait, or as many as the machine allows */
static inline void crowd_gather(struct lap *lap, struct crowd *c, uint64_t n)
{
	uint64_t all = c->n + spawn_many(lap, n, crowd_wait, c);

	while (c->n < all)
		rt_yield();
}

/* crowd_leave - returns when all of them have ended; there is no crowd then */
static inline void crowd_leave(struct crowd *c)
{
	go_wg_add(&c->wg, (int64_t)c->n);
	for (uint64_t i = 0; i < c->n; i++)
		rt_ready(c->g[i]);
	go_wg_wait(&c->wg);
	free(c->g);
	*c = (struct crowd){0};
}

/*
 * create_lap - make lap->n Gs that run and wait: the whole of a benchmark.
 *
 * Batches add up until gs are parked, so each finds the earlier ones parked, and
 * every stack is a new one.  The batch after that starts again, on what those
 * left.
 */
static inline void create_lap(struct lap *lap, uint64_t gs)
{
	static struct crowd c;
	uint64_t before = c.n;

	if (!c.g)
		c = crowd_room(gs + lap->n);
	lap_start(lap);
	crowd_gather(lap, &c, lap->n);
	lap_stop(lap);
	lap_did(lap, c.n - before);
	if (c.n + lap->n > gs)
		crowd_leave(&c);
}

/* bytes_parked_lap - memory of each of lap->n Gs that have run and wait */
static inline void bytes_parked_lap(struct lap *lap)
{
	static double bytes; /* of the first crowd: later ones recycle it */
	struct crowd c = crowd_room(lap->n);
	int64_t before = lap_rss();

	crowd_gather(lap, &c, lap->n);
	if (bytes == 0)
		bytes = (double)(lap_rss() - before) / lap->n;
	lap_value(lap, bytes);
	lap_did(lap, c.n);
	crowd_leave(&c);
}

/* bytes_unstarted_lap - memory of each of lap->n Gs that have not run yet */
static inline void bytes_unstarted_lap(struct lap *lap)
{
	static double bytes; /* of the first batch: later ones recycle it */
	struct go_wg wg = {.n = (int64_t)lap->n};
	int64_t before = lap_rss();
	uint64_t spawned;

	many_ran = 0;
	spawned = spawn_many(lap, lap->n, many_work, &wg);
	if (bytes == 0 && many_ran == 0)
		bytes = (double)(lap_rss() - before) / lap->n;
	lap_value(lap, bytes);
	go_wg_add(&wg, (int64_t)(spawned - lap->n));
	go_wg_wait(&wg);
	lap_did(lap, many_ran);
}

#endif
