#include "suite.h"

static atomic_bool deferred_ran;

static void note_it(void *unused)
{
	deferred_ran = true;
}

static void worker(void *unused)
{
	until(deferred_ran && go_num_goroutine() == 1);
	exit(3);
}

CHECK("go_exit on the first G runs what it deferred and ends that G alone",
	.clause = "goexit.main",
	.source = "Go 1.19 panic.go: Goexit; crash_test.go: TestGoexitCrash",
	.dies = 3)
{
	go_defer(note_it, NULL);
	rt_spawn(worker, NULL);
	go_exit();
}
