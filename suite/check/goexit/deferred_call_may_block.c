#include "suite.h"

static struct go_chan *c;

static void receive(void *unused)
{
	int got = 0;

	note("waits");
	go_chan_recv(c, &got);
	note("got=%d", got);
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	go_defer(receive, NULL);
	go_exit();
}

CHECK("a deferred call that go_exit runs may block, and the exit goes on "
      "afterwards",
	.clause = "goexit.may-block", .source = "Go 1.19 panic.go: Goexit",
	.procs = 1)
{
	struct go_wg wg = {.n = 1};
	int five = 5;

	c = go_chan_make(sizeof(int), 0);
	rt_spawn(worker, &wg);
	rt_yield();
	note("sends");
	go_chan_send(c, &five);
	go_wg_wait(&wg);
	note("main");
	EXPECT_NOTES("waits sends got=5 main");
	go_chan_free(c);
}
