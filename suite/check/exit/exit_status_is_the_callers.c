#include "suite.h"

static void must_not_run(void *unused)
{
	_exit(7);
}

static void quits(void *unused)
{
	go_defer(must_not_run, NULL);
	exit(4);
}

CHECK("exit(4) on any G ends the process with 4 and runs nothing deferred",
	.clause = "exit.os-exit", .source = "Go 1.19 os: Exit", .dies = 4)
{
	struct go_wg never = {.n = 1};

	rt_spawn(quits, NULL);
	go_wg_wait(&never);
}
