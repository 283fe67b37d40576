/* slab.h - the stacks that no P has. */
#ifndef GORT_SLAB_H
#define GORT_SLAB_H

#include "globq.h"
#include "stack.h"

enum {
	WATERMARK = GORT_WATERMARK,
	SCAVENGE_BATCH = 64, /* given back at a time */
};

struct stack_pool {
	struct rt_mutex lock; /* guards all below; always a real one */
	bool by_mprotect;
	uint32_t slab, nslabs;
	uint64_t carved;   /* stacks there are */
	uint64_t room;     /* that can still be carved from the slabs */
	uint64_t promised; /* one to each descriptor */
	struct queue free, given_back;
	uint32_t low; /* the fewest that were free since scavenge looked */
};
extern struct stack_pool gort_stack_pool;

/* scavenge.c */
static inline bool gort_scavenge_needed(void)
{
	return queue_len(&gort_stack_pool.free) > WATERMARK;
}
bool gort_scavenge(int64_t now);

#endif
