#include "suite.h"

static void worker(void *unused)
{
	for (int i = 0; i < 100; i++)
		rt_yield();
	fputs("worker done\n", stderr);
}

CHECK("when the first G has left, the others go on, and the end of the last is "
      "a deadlock",
	.clause = "deadlock.after-last-exits",
	.source = "Go 1.19 proc.go: checkdead", .dies = 2,
	.says = "worker done\nfatal error: no goroutines (main called "
		"runtime.Goexit) - deadlock!")
{
	rt_spawn(worker, NULL);
	go_exit();
}
