#include "rescue.h"

static __attribute__((noinline)) void recovered_inside(void)
{
	go_recoverable();
	go_defer_recover(rescue, "B");
	go_panic("B");
}

static void deferred(void *unused)
{
	recovered_inside();
}

static void worker(void *unused)
{
	go_recoverable();
	go_defer(panics, "D");
	go_defer(deferred, NULL);
	go_defer(panics, "C");
	go_defer_recover(rescue, "A");
	go_panic("A");
}

CHECK("the report lists no panic that was recovered before, inside or outside",
	.clause = "panic-recover.older-defer-panics-after-recover",
	.source = "Go 1.19 crash_test.go: TestRecursivePanic5", .dies = 2,
	.says = "panic: C\n\tpanic: D\n\ngoroutine 1 [running]:\n")
{
	worker(NULL);
}
