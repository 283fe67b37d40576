#include "rescue.h"

static void recovers_and_panics(void *word)
{
	go_recover();
	go_panic((char *)word);
}

static void worker(void *unused)
{
	go_recoverable();
	go_defer_recover(recovers_and_panics, "C");
	go_defer_recover(recovers_and_panics, "B");
	go_defer(panics, "A");
	go_panic("orig");
}

CHECK("the report marks panics that were recovered by a call that panicked "
      "then",
	.clause = "panic-recover.print-chain",
	.source = "Go 1.19 crash_test.go: TestRecursivePanic4", .dies = 2,
	.says = "panic: orig\n\tpanic: A [recovered]\n\tpanic: B [recovered]\n"
		"\tpanic: C\n\ngoroutine 1 [running]:\n")
{
	worker(NULL);
}
