#include "suite.h"

static void waiter(void *c)
{
	go_chan_recv(c, NULL);
}

CHECK("when every G waits the process ends with 2 and says so",
	.clause = "deadlock.all-asleep", .source = "Go 1.19 proc.go: checkdead",
	.dies = 2, .says = "fatal error: all goroutines are asleep - deadlock!")
{
	struct go_chan *c = go_chan_make(sizeof(int), 0);
	struct go_wg wg = {.n = 1};

	for (int i = 0; i < 10; i++)
		rt_spawn(waiter, c);
	go_wg_wait(&wg);
}
