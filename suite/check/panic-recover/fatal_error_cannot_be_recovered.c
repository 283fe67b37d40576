#include "rescue.h"

static void must_not_run(void *unused)
{
	go_recover();
	_exit(7);
}

static void worker(void *unused)
{
	struct go_mutex m = {0};

	go_recoverable();
	go_defer_recover(must_not_run, NULL);
	go_unlock(&m);
}

CHECK("a fatal error is no panic: nothing deferred runs, so nobody recovers",
	.clause = "panic-recover.fatal-not-recoverable",
	.source = "Go 1.19 panic.go: fatal", .dies = 2,
	.says = "fatal error: sync: unlock of unlocked mutex\n")
{
	worker(NULL);
}
