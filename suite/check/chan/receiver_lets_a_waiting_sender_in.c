#include "suite.h"

static struct go_chan *c;
static struct go_wg wg = {.n = 3};

static void sender(void *i)
{
	char value = (char)('0' + (intptr_t)i);

	go_chan_send(c, &value);
	note("sent%c", value);
	go_wg_done(&wg);
}

CHECK("a receive from a full buffer takes its head and lets the first sender "
      "in",
	.clause = "chan.full-buffer-shift", .source = "Go 1.19 chan.go: recv",
	.procs = 1, .needs = RT_RUNNEXT)
{
	char got;

	c = go_chan_make(1, 2);
	go_chan_send(c, "a");
	go_chan_send(c, "b");
	for (intptr_t i = 1; i <= 3; i++) {
		rt_spawn(sender, (void *)i);
		rt_yield();
	}
	for (int i = 0; i < 5; i++) {
		go_chan_recv(c, &got);
		note("%c:%d", got, (int)go_chan_len(c));
	}
	go_wg_wait(&wg);
	EXPECT_NOTES("a:2 b:2 1:2 2:1 3:0 sent3 sent1 sent2");
	go_chan_free(c);
}
