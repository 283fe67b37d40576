#include "../panic-recover/rescue.h"

static struct go_chan *c;
static struct go_wg sent = {.n = 2};

static void sends_and_leaves(void *value)
{
	go_defer(go_wg_done, &sent);
	go_chan_send(c, &value);
	go_exit();
}

static void sends_and_recovers(void *value)
{
	go_recoverable();
	go_defer(go_wg_done, &sent);
	go_defer_recover(rescue, "r");
	go_chan_send(c, &value);
	go_panic("P");
}

CHECK("an exit, or a panic that is recovered, changes nothing for other Gs and "
      "channels",
	.clause = "goexit.no-effect-on-others",
	.source = "package runtime: Goexit")
{
	intptr_t a = 0, b = 0;

	c = go_chan_make(sizeof(void *), 0);
	rt_spawn(sends_and_leaves, (void *)1);
	rt_spawn(sends_and_recovers, (void *)2);
	EXPECT(go_chan_recv(c, &a));
	EXPECT(go_chan_recv(c, &b));
	go_wg_wait(&sent);
	EXPECT_EQ(a + b, 3);
	EXPECT_EQ(go_chan_len(c), 0);
	until(go_num_goroutine() == 1);
	EXPECT_NOTES("r:P");
	go_chan_free(c);
}
