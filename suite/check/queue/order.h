/* order.h - spawn n Gs that record the order in which they run, then block. */
#ifndef CHECK_QUEUE_ORDER_H
#define CHECK_QUEUE_ORDER_H

#include "suite.h"

enum { ORDER_MAX = 1024 };

static int order[ORDER_MAX], ordered;
static struct go_wg order_wg;

static inline void order_note(void *i)
{
	order[ordered++] = (int)(intptr_t)i;
	go_wg_done(&order_wg);
}

/* one P, nothing else runnable; phase: schedtick % 61 at the block, < 0: any */
static inline void order_spawn(int n, int phase)
{
	ordered = 0;
	if (phase >= 0)
		align_tick(phase);
	go_wg_add(&order_wg, n);
	spawn_n(n, order_note);
	go_wg_wait(&order_wg);
}

/* "300 129-187 1": neighbours that count upwards are drawn together */
static inline const char *order_text(void)
{
	static char text[8 * ORDER_MAX];
	size_t at = 0;

	text[0] = '\0';
	for (int i = 0, last; i < ordered; i = last + 1) {
		last = i;
		while (last + 1 < ordered && order[last + 1] == order[last] + 1)
			last++;
		at += sprintf(text + at, "%s%d", i ? " " : "", order[i]);
		if (last > i)
			at += sprintf(text + at, "-%d", order[last]);
	}
	return text;
}

#endif
