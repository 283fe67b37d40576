#include "rescue.h"

static void worker(void *unused)
{
	go_defer(rescue, "rescue");
	go_panic("P");
}

CHECK("go_recover in a call deferred by go_defer, during a panic, is a fatal "
      "error that says so",
	.clause = "panic-recover.needs-a-landing",
	.source = "this project: runtimes/panic.h, go_recover", .dies = 2,
	.says = "fatal error: go_recover: the caller was deferred by go_defer, "
		"not by go_defer_recover\n")
{
	worker(NULL);
}
