/*
 * scavenge.c - free stacks that nobody has needed for a while lose their pages.
 *
 * Every 100 ms (EPOCH_NS) sysmon asks how many of the pool's stacks were free all
 * the time; those above the watermark are given back to the kernel, the longest
 * free ones first.  So a program that makes and ends many Gs over and over keeps
 * its stacks, and one that has calmed down its memory only for a moment.  The
 * guard stays: giving back does not touch its mark.
 */
#include "slab.h"

enum { EPOCH_NS = GORT_SCAVENGE_NS, BATCHES = 64 };

static struct {
	int64_t epoch;    /* began */
	uint32_t surplus; /* still to be given back in it */
} scavenger;

static void new_epoch(int64_t now)
{
	struct stack_pool *pool = &gort_stack_pool;

	gort_lock(&pool->lock);
	scavenger.epoch = now;
	scavenger.surplus = pool->low > WATERMARK ? pool->low - WATERMARK : 0;
	pool->low = queue_len(&pool->free);
	gort_unlock(&pool->lock);
}

/* up to n of the pool's free stacks, the longest free ones */
static uint32_t take(char **his, uint32_t n)
{
	struct stack_pool *pool = &gort_stack_pool;
	uint32_t got = 0;

	gort_lock(&pool->lock);
	while (got < n && queue_len(&pool->free) > WATERMARK)
		his[got++] = queue_get(&pool->free);
	if (queue_len(&pool->free) < pool->low)
		pool->low = queue_len(&pool->free);
	gort_unlock(&pool->lock);
	return got;
}

static void give_back(char **his, uint32_t n)
{
	struct stack_pool *pool = &gort_stack_pool;

	GORT_POINT(scavenge);
	for (uint32_t i = 0; i < n; i++)
		gort_stack_drop(his[i]);
	gort_lock(&pool->lock);
	for (uint32_t i = 0; i < n; i++)
		queue_put(&pool->given_back, his[i]);
	gort_unlock(&pool->lock);
}

static bool give_back_batch(void)
{
	char *his[SCAVENGE_BATCH];
	uint32_t n = scavenger.surplus;

	n = take(his, n > SCAVENGE_BATCH ? SCAVENGE_BATCH : n);
	give_back(his, n);
	scavenger.surplus = n ? scavenger.surplus - n : 0;
	return n;
}

/* gort_scavenge - called by sysmon; true when it has given something back */
bool gort_scavenge(int64_t now)
{
	bool any = false;

	if (now - scavenger.epoch >= EPOCH_NS)
		new_epoch(now);
	for (int i = 0; i < BATCHES && give_back_batch(); i++)
		any = true;
	return any;
}
