#include "suite.h"

static struct go_mutex mutex;
static uint64_t handoffs, wanted;
static void *owner; /* the last, by the address of its wg */

/* While one holds the lock the other comes and waits; the second yield lets it
 * have the lock before this one asks again.  A yield that ran nobody (there are
 * such: the 61st tick) leaves the lock where it was, and is not counted. */
static void contend(void *wg)
{
	while (handoffs < wanted) {
		go_lock(&mutex);
		handoffs += owner != wg && handoffs < wanted;
		owner = wg;
		rt_yield();
		go_unlock(&mutex);
		rt_yield();
	}
	go_wg_done(wg);
}

BENCH("two Gs contend for a mutex, which changes hands at every lock",
	.unit = "hand-off", .limit = "limit/switch_asm", .procs = 1, .live = 2)
{
	struct go_wg wg[2] = {{.n = 1}, {.n = 1}};

	wanted = lap->n;
	handoffs = 0;
	owner = NULL;
	for (int i = 0; i < 2; i++)
		if (!rt_spawn(contend, &wg[i]))
			go_fatal("no memory for a G");
	lap_start(lap);
	go_wg_wait(&wg[0]);
	go_wg_wait(&wg[1]);
	lap_stop(lap);
	lap_did(lap, handoffs);
}
