#include "suite.h"

static G *ping, *pong;
static uint64_t woken;
static bool over;

static void answer(void *wg)
{
	pong = rt_self();
	while (!over) {
		woken++;
		rt_ready(ping);
		rt_park(NULL, NULL, "ping");
	}
	go_wg_done(wg);
}

BENCH("two Gs on one P: ready the other, park; counted one way",
	.unit = "hand-off", .limit = "limit/switch_asm", .procs = 1, .live = 2)
{
	struct go_wg wg = {.n = 1};

	lap_round(lap, 2);
	over = false;
	ping = rt_self();
	if (!rt_spawn(answer, &wg))
		go_fatal("no memory for a G");
	rt_park(NULL, NULL, "pong");

	woken = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += 2) {
		rt_ready(pong);
		rt_park(NULL, NULL, "pong");
	}
	lap_stop(lap);
	lap_did(lap, 2 * woken);

	over = true;
	rt_ready(pong);
	go_wg_wait(&wg);
}
