#include "suite.h"

static struct go_chan *c;
static struct go_wg wg = {.n = 5};

static void receiver(void *i)
{
	int got = 7;
	bool ok = go_chan_recv(c, &got);

	note("g%d(%d,%d)", (int)(intptr_t)i, got, ok);
	go_wg_done(&wg);
}

CHECK("close readies those who wait newest first, so the oldest runs, then the "
      "rest backwards",
	.clause = "chan.close-order", .source = "Go 1.19 chan.go: closechan",
	.procs = 1, .needs = RT_RUNNEXT)
{
	c = go_chan_make(sizeof(int), 0);
	for (intptr_t i = 1; i <= 5; i++) {
		rt_spawn(receiver, (void *)i);
		rt_yield();
	}
	go_chan_close(c);
	note("main");
	go_wg_wait(&wg);
	EXPECT_NOTES("main g1(0,0) g5(0,0) g4(0,0) g3(0,0) g2(0,0)");
	go_chan_free(c);
}
