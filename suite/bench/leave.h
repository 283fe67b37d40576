/* leave.h - spawn a G with one deferred call, let it leave, wait for that call.
 * Two ways to leave, the same shape: exit_goexit and exit_return compare. */
#ifndef LEAVE_H
#define LEAVE_H

#include "suite.h"

static uint64_t left;

static void leave(void *wg)
{
	left++;
	go_wg_done(wg);
}

static inline void leave_one_by_one(struct lap *lap, void (*fn)(void *))
{
	struct go_wg wg = {0};

	left = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++) {
		go_wg_add(&wg, 1);
		if (!rt_spawn(fn, &wg))
			go_fatal("no memory for a G");
		go_wg_wait(&wg);
	}
	lap_stop(lap);
	lap_did(lap, left);
}

#endif
