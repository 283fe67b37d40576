/*
 * skynet.h - a tree of Gs, ten below each, that adds up over channels: each leaf
 * sends its number up, each inner one the sum of what came from below.
 */
#ifndef SKYNET_H
#define SKYNET_H

#include "suite.h"

struct node {
	uint64_t first, leaves; /* it sums first .. first + leaves - 1 */
	struct go_chan *up;
};

static void skynet(void *arg);

static uint64_t sum_below(const struct node *n)
{
	struct go_chan *up = go_chan_make(sizeof(uint64_t), 0);
	struct node below[10];
	uint64_t sum = 0, part;

	for (int i = 0; i < 10; i++) {
		below[i] = (struct node){.leaves = n->leaves / 10, .up = up};
		below[i].first = n->first + (uint64_t)i * below[i].leaves;
		if (!up || !rt_spawn(skynet, &below[i]))
			go_fatal("no memory for a node");
	}
	for (int i = 0; i < 10; i++) {
		go_chan_recv(up, &part);
		sum += part;
	}
	go_chan_free(up);
	return sum;
}

static void skynet(void *arg)
{
	const struct node *n = arg;
	uint64_t sum = n->leaves == 1 ? n->first : sum_below(n);

	go_chan_send(n->up, &sum);
}

static bool whole_tree(uint64_t leaves)
{
	struct go_chan *up = go_chan_make(sizeof(uint64_t), 0);
	struct node root = {.leaves = leaves, .up = up};
	uint64_t sum;

	if (!up || !rt_spawn(skynet, &root))
		go_fatal("no memory for a node");
	go_chan_recv(up, &sum);
	go_chan_free(up);
	return sum == leaves * (leaves - 1) / 2;
}

/* skynet_lap - lap->n Gs, whole trees of them: the whole of a benchmark */
static inline void skynet_lap(struct lap *lap, uint64_t leaves, uint64_t gs)
{
	uint64_t did = 0;

	lap_round(lap, gs);
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += gs)
		did += whole_tree(leaves) ? gs : 0;
	lap_stop(lap);
	lap_did(lap, did);
}

#endif
