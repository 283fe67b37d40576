#include "rescue.h"

static void print(void *word)
{
	fprintf(stderr, "%s\n", (char *)word);
}

static __attribute__((noinline)) void inner(void)
{
	go_defer(print, "d2");
	go_panic("P");
}

static void worker(void *unused)
{
	go_defer(print, "d1");
	inner();
}

CHECK("a panic that nobody recovers runs all that is deferred, then prints and "
      "ends with 2",
	.clause = "panic-recover.uncaught-status-2",
	.source = "Go 1.19 panic.go: gopanic, fatalpanic", .dies = 2,
	.says = "d2\nd1\npanic: P\n\ngoroutine 2 [running]:\n")
{
	struct go_wg never = {.n = 1};

	rt_spawn(worker, NULL);
	go_wg_wait(&never);
}
