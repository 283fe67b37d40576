#include "suite.h"

static void waiter(void *unused)
{
	go_chan_recv(NULL, NULL);
}

CHECK("a deadlock after the first G has left lists those who wait, not that "
      "one",
	.clause = "deadlock.which-message",
	.source = "Go 1.19 proc.go: checkdead", .dies = 2, .procs = 1,
	.says = "fatal error: all goroutines are asleep - "
		"deadlock!\n\ngoroutine 2 [chan receive (nil chan)]:")
{
	rt_spawn(waiter, NULL);
	go_exit();
}
