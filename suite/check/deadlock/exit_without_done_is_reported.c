#include "suite.h"

static void worker(void *wg)
{
	go_exit();
	go_wg_done(wg);
}

CHECK("a G that exits without its Done leaves the waiter in a deadlock",
	.clause = "deadlock.goexit-without-done",
	.source = "Go 1.19 proc.go: checkdead", .dies = 2,
	.says = "fatal error: all goroutines are asleep - deadlock!")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
}
