#include "suite.h"

static struct go_chan *c;
static G *waits;
static atomic_int got;

static void receiver(void *unused)
{
	int value = 0;

	waits = rt_self();
	note("waits");
	go_chan_recv(c, &value);
	got = value;
}

CHECK("with a receiver waiting a value bypasses the buffer: nobody else can "
      "take it",
	.clause = "chan.direct-handoff",
	.source = "Go 1.19 chan.go: chansend, send", .procs = 1)
{
	int nine = 9;

	c = go_chan_make(sizeof(int), 4);
	rt_spawn(receiver, NULL);
	rt_yield();
	EXPECT_STR(rt_status(waits), "waiting");
	go_chan_send(c, &nine);
	EXPECT_EQ(go_chan_len(c), 0);
	EXPECT_STR(rt_status(waits), "runnable");
	rt_yield();
	EXPECT_EQ(got, 9);
	go_chan_free(c);
}
