#include "suite.h"

static void must_not_run(void *unused)
{
	_exit(7);
}

CHECK("a deadlock runs nothing that is deferred",
	.clause = "deadlock.not-recoverable",
	.source = "Go 1.19 proc.go: checkdead", .dies = 2,
	.says = "fatal error: all goroutines are asleep - deadlock!")
{
	struct go_mutex m = {0};

	go_defer(must_not_run, NULL);
	go_lock(&m);
	go_lock(&m);
}
