#include "suite.h"

static struct go_chan *c;
static struct go_wg wg = {.n = 2};

static void sender(void *unused)
{
	for (int i = 0; i < 6; i++) {
		note("s%d", i);
		go_chan_send(c, &i);
	}
	go_chan_close(c);
	note("closed");
	go_wg_done(&wg);
}

static void receiver(void *unused)
{
	int got;

	while (go_chan_recv(c, &got))
		note("r%d", got);
	note("end");
	go_wg_done(&wg);
}

CHECK("of two that meet at a channel the second goes on, the first runs when "
      "that stops",
	.clause = "chan.second-comer-continues",
	.source = "Go 1.19 chan.go: send, recv", .procs = 1,
	.needs = RT_RUNNEXT)
{
	c = go_chan_make(sizeof(int), 0);
	rt_spawn(receiver, NULL);
	rt_spawn(sender, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("s0 r0 s1 s2 r1 r2 s3 s4 r3 r4 s5 closed r5 end");
	go_chan_free(c);
}
