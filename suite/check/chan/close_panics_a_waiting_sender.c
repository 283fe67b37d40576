#include "suite.h"

static struct go_chan *c;
static G *waits;
static atomic_bool here;

static void sender(void *unused)
{
	int value = 1;

	waits = rt_self();
	here = true;
	go_chan_send(c, &value);
}

CHECK("close makes a sender that waits panic",
	.clause = "chan.close-panics-senders",
	.source = "Go spec: Close; Go 1.19 chan.go: closechan, chansend",
	.dies = 2, .says = "panic: send on closed channel")
{
	c = go_chan_make(sizeof(int), 0);
	rt_spawn(sender, NULL);
	until(here && strcmp(rt_status(waits), "waiting") == 0);
	go_chan_close(c);
	until(false);
}
