#include "suite.h"

static void worker(void *unused)
{
	go_chan_close(NULL);
}

CHECK("a panic that nobody recovers, on any G, names itself and ends the "
      "process with 2",
	.clause = "fatal.panic-status",
	.source = "Go spec: Handling panics; panic.go: fatalpanic", .dies = 2,
	.says = "panic: close of nil channel\n\ngoroutine 2 [running]:")
{
	struct go_wg never = {.n = 1};

	rt_spawn(worker, NULL);
	go_wg_wait(&never);
}
