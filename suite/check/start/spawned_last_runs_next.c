#include "suite.h"

static struct go_wg wg = {.n = 5};

static void worker(void *i)
{
	note("%d", (int)(intptr_t)i);
	go_wg_done(&wg);
}

CHECK("what was spawned last runs next, the rest first in, first out",
	.clause = "start.runnext",
	.source = "Go 1.19 proc.go: newproc, runqput", .procs = 1,
	.needs = RT_RUNNEXT)
{
	spawn_n(5, worker);
	go_wg_wait(&wg);
	note("main");
	EXPECT_NOTES("5 1 2 3 4 main");
}
