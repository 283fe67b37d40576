#include "rescue.h"

static struct go_chan *c;

static void blocks(void *unused)
{
	int got = 0;

	note("before");
	rt_yield();
	note("between");
	go_chan_recv(c, &got);
	note("got=%d", got);
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "rescue");
	go_defer(blocks, NULL);
	go_panic("P");
}

static void other(void *unused)
{
	int five = 5;

	note("other-runs");
	rt_yield();
	note("sends");
	go_chan_send(c, &five);
}

CHECK("what a panic runs may yield and block; others run meanwhile, and the "
      "panic goes on",
	.clause = "panic-recover.may-yield-while-panicking",
	.source = "Go 1.19 crash_test.go: TestPanicDeadlockGosched", .procs = 1,
	.needs = RT_RUNNEXT)
{
	c = go_chan_make(sizeof(int), 0);
	rt_spawn(other, NULL);
	live_once(body);
	EXPECT_NOTES("before other-runs between sends got=5 rescue:P returned");
	go_chan_free(c);
}
