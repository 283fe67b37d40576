#include "suite.h"

static void waiter(void *c)
{
	go_chan_recv(c, NULL);
}

CHECK("the report of a deadlock lists each G with what it waits for",
	.clause = "deadlock.dumps-all", .source = "Go 1.19 proc.go: checkdead",
	.dies = 2, .says = "goroutine 1 [semacquire]:")
{
	struct go_chan *c = go_chan_make(sizeof(int), 0);
	struct go_wg wg = {.n = 1};

	rt_spawn(waiter, c);
	go_wg_wait(&wg);
}
