#include "suite.h"

static struct go_mutex ping, pong;
static uint64_t served;
static bool over;

static void answer(void *wg)
{
	while (!over) {
		go_lock(&ping); /* held: waits until it is unlocked */
		served++;
		go_unlock(&pong);
	}
	go_wg_done(wg);
}

static void trip(void)
{
	go_unlock(&ping);
	go_lock(&pong);
}

BENCH("two Gs on one P wait for a mutex that the other unlocks; counted one "
      "way",
	.unit = "hand-off", .limit = "limit/switch_asm", .procs = 1, .live = 2)
{
	struct go_wg wg = {.n = 1};

	lap_round(lap, 2);
	over = false;
	go_lock(&ping);
	go_lock(&pong);
	if (!rt_spawn(answer, &wg))
		go_fatal("no memory for a G");
	trip(); /* both stacks are warm, and answer waits again */

	served = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += 2)
		trip();
	lap_stop(lap);
	lap_did(lap, 2 * served);

	over = true;
	trip();
	go_wg_wait(&wg);
	go_unlock(&ping);
	go_unlock(&pong);
}
