#include "suite.h"

static struct go_chan *c;
static struct go_wg wg = {.n = 5};

static void receiver(void *i)
{
	char got;

	go_chan_recv(c, &got);
	note("g%d=%c", (int)(intptr_t)i, got);
	go_wg_done(&wg);
}

CHECK("receivers that wait are served in the order they came",
	.clause = "chan.recv-fifo",
	.source = "Go 1.19 chan.go: chansend, waitq", .procs = 1,
	.needs = RT_RUNNEXT)
{
	c = go_chan_make(1, 0);
	for (intptr_t i = 1; i <= 5; i++) {
		rt_spawn(receiver, (void *)i);
		rt_yield();
	}
	for (char v = 'a'; v <= 'e'; v++) {
		go_chan_send(c, &v);
		note("sent-%c", v);
	}
	go_wg_wait(&wg);
	EXPECT_NOTES("sent-a sent-b sent-c sent-d sent-e "
		     "g5=e g1=a g2=b g3=c g4=d");
	go_chan_free(c);
}
