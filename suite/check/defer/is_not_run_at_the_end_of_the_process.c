#include "../panic-recover/rescue.h"

static void must_not_run(void *unused)
{
	_exit(7);
}

static void worker(void *unused)
{
	go_defer(must_not_run, NULL);
	exit(3);
}

CHECK("exit runs nothing that any G has deferred",
	.clause = "defer.not-on-exit", .source = "package os: Exit", .dies = 3)
{
	struct go_wg never = {.n = 1};

	go_defer(must_not_run, NULL);
	rt_spawn(worker, NULL);
	go_wg_wait(&never);
}
