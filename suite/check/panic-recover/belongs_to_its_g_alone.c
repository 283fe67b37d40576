#include "rescue.h"

static void must_not_run(void *unused)
{
	if (go_recover().type)
		_exit(7);
}

static void child(void *unused)
{
	go_panic("child");
}

static void parent(void *unused)
{
	struct go_wg never = {.n = 1};

	go_recoverable();
	go_defer_recover(must_not_run, NULL);
	rt_spawn(child, NULL);
	go_wg_wait(&never);
}

CHECK("a panic is not recovered by a call that the spawner of its G has "
      "deferred",
	.clause = "panic-recover.not-across-goroutines",
	.source = "Go spec: Handling panics; Go 1.19 panic.go: gopanic",
	.dies = 2, .says = "panic: child\n\ngoroutine 2 [running]:")
{
	parent(NULL);
}
