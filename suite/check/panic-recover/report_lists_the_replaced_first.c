#include "rescue.h"

static void worker(void *unused)
{
	go_defer(panics, "third");
	go_defer(panics, "second");
	go_panic("first");
}

CHECK("the report lists the panics that were replaced, oldest first, a line "
      "each behind a tab",
	.clause = "panic-recover.print-chain",
	.source = "Go 1.19 panic.go: printpanics", .dies = 2,
	.says = "panic: first\n\tpanic: second\n\tpanic: third\n\n"
		"goroutine 1 [running]:\n")
{
	worker(NULL);
}
