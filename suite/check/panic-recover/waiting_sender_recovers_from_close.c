#include "rescue.h"

static struct go_chan *c;
static int one = 1;

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "sender");
	go_chan_send(c, &one);
	note("goes-on");
}

static void closer(void *unused)
{
	rt_yield();
	go_chan_close(c);
}

CHECK("a sender whose channel is closed while it waits can recover",
	.clause = "panic-recover.runtime-errors",
	.source = "Go spec: Close; Go 1.19 chan.go: chansend, closechan")
{
	c = go_chan_make(sizeof(one), 1);
	go_chan_send(c, &one);
	rt_spawn(closer, NULL);
	live_once(body);
	EXPECT_NOTES("sender:send on closed channel returned");
	until(go_num_goroutine() == 1);
	go_chan_free(c);
}
