#include "suite.h"

static void waiter(void *unused)
{
	go_chan_recv(NULL, NULL);
}

CHECK("when the first G has left and another waits for ever, all are asleep",
	.clause = "deadlock.which-message",
	.source = "Go 1.19 proc.go: checkdead", .dies = 2,
	.says = "fatal error: all goroutines are asleep - deadlock!")
{
	rt_spawn(waiter, NULL);
	go_exit();
}
