#include "suite.h"

static struct go_chan *c;
static struct go_wg wg = {.n = 5};

static void sender(void *i)
{
	intptr_t value = (intptr_t)i;

	go_chan_send(c, &value);
	note("g%d", (int)value);
	go_wg_done(&wg);
}

CHECK("senders that wait are served in the order they came",
	.clause = "chan.send-fifo",
	.source = "Go 1.19 chan.go: chanrecv, waitq", .procs = 1,
	.needs = RT_RUNNEXT)
{
	intptr_t got;

	c = go_chan_make(sizeof(got), 0);
	for (intptr_t i = 1; i <= 5; i++) {
		rt_spawn(sender, (void *)i);
		rt_yield();
	}
	for (int i = 0; i < 5; i++) {
		go_chan_recv(c, &got);
		note("recv%d", (int)got);
	}
	go_wg_wait(&wg);
	EXPECT_NOTES("recv1 recv2 recv3 recv4 recv5 g5 g1 g2 g3 g4");
	go_chan_free(c);
}
