#include "suite.h"

static struct go_chan *c;
static atomic_bool sent;

static void sender(void *unused)
{
	int value = 42;

	go_chan_send(c, &value);
	sent = true;
}

CHECK("a send on an unbuffered channel completes only when somebody receives",
	.clause = "chan.unbuffered-rendezvous",
	.source = "Go spec: Send statements")
{
	int got = 0;

	c = go_chan_make(sizeof(int), 0);
	EXPECT_EQ(go_chan_cap(c), 0);
	rt_spawn(sender, NULL);
	for (int i = 0; i < 1000; i++)
		rt_yield();
	EXPECT(!sent);
	EXPECT_EQ(go_chan_len(c), 0);
	EXPECT(go_chan_recv(c, &got));
	EXPECT_EQ(got, 42);
	until(sent);
	until(go_num_goroutine() == 1);
	go_chan_free(c);
}
