#include "suite.h"

static void must_not_run(void *unused)
{
	_exit(7);
}

CHECK("to unlock an unlocked mutex ends the process and runs nothing deferred",
	.clause = "sync.mutex-unlock-unlocked",
	.source = "Go 1.19 mutex.go: unlockSlow", .dies = 2,
	.says = "fatal error: sync: unlock of unlocked mutex")
{
	struct go_mutex m = {0};

	go_defer(must_not_run, NULL);
	go_lock(&m);
	go_unlock(&m);
	go_unlock(&m);
}
