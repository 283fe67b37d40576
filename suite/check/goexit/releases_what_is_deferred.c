#include "suite.h"

static struct go_mutex freed, kept;

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	go_lock(&kept);
	go_lock(&freed);
	go_defer(go_unlock, &freed);
	go_exit();
}

CHECK("a lock is given back by a deferred unlock when its G exits, and only so",
	.clause = "goexit.releases-by-defer",
	.source = "Go 1.19 panic.go: Goexit")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT(go_trylock(&freed));
	EXPECT(!go_trylock(&kept));
}
