#include "suite.h"

static G *dead;

static void worker(void *wg)
{
	dead = rt_self();
	go_wg_done(wg);
}

CHECK("to ready a G that has ended is fatal",
	.clause = "block.ready-nonwaiting-fatal",
	.source = "Go 1.19 proc.go: ready", .procs = 1, .dies = 2,
	.says = "fatal error: bad g->status in ready")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	rt_ready(dead);
}
