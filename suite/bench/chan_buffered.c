#include "suite.h"

static struct go_chan *c;
static uint64_t received, sum;

static void consume(void *wg)
{
	uint64_t v;

	for (received = sum = 0; go_chan_recv(c, &v); received++)
		sum += v;
	go_wg_done(wg);
}

BENCH("a producer and a consumer, a channel of 128 between them",
	.unit = "value", .limit = "limit/switch_asm", .procs = 1, .live = 2)
{
	struct go_wg wg = {.n = 1};

	c = go_chan_make(sizeof(uint64_t), 128);
	if (!c || !rt_spawn(consume, &wg))
		go_fatal("no memory for a channel and a G");
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		go_chan_send(c, &i);
	go_chan_close(c);
	go_wg_wait(&wg);
	lap_stop(lap);
	lap_did(lap, sum == lap->n * (lap->n - 1) / 2 ? received : 0);
	go_chan_free(c);
}
