#include "suite.h"

static G *waits;

static void waiter(void *unused)
{
	waits = rt_self();
	rt_park(NULL, NULL, "check");
}

CHECK("to ready a G that has been readied, and has not run since, ends the "
      "process",
	.clause = "block.ready-nonwaiting-fatal",
	.source = "Go 1.19 proc.go: ready", .procs = 1, .dies = 2,
	.says = "fatal error: bad g->status in ready")
{
	rt_spawn(waiter, NULL);
	rt_yield();
	rt_ready(waits);
	rt_ready(waits);
}
