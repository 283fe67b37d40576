#include "rescue.h"

static __attribute__((noinline)) void inner(void)
{
	go_defer(panics, "P2");
	go_defer(say, "x1");
	go_panic("P1");
}

static __attribute__((noinline)) void middle(void)
{
	go_recoverable();
	go_defer_recover(rescue, "middle");
	inner();
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "later");
	middle();
	note("goes-on");
}

CHECK("where a panic that replaced another is recovered in an older frame, "
      "both are over",
	.clause = "panic-recover.replace-across-frames",
	.source = "Go 1.19 callers_test.go: TestCallersAbortedPanic2")
{
	live_once(body);
	EXPECT_NOTES("x1 P2 middle:P2 goes-on later:nil returned");
}
