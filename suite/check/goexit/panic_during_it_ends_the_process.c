#include "../panic-recover/rescue.h"

static void worker(void *unused)
{
	go_defer(panics, "hello");
	go_exit();
}

CHECK("a panic in what go_exit runs, which nobody recovers, ends the process; "
      "the exit is not listed",
	.clause = "goexit.uncaught-panic-in-defer",
	.source = "Go 1.19 crash_test.go: TestPanicAfterGoexit", .dies = 2,
	.says = "panic: hello\n\ngoroutine 2 [running]:\n")
{
	struct go_wg never = {.n = 1};

	rt_spawn(worker, NULL);
	go_wg_wait(&never);
}
