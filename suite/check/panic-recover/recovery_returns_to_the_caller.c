#include "rescue.h"

static __attribute__((noinline)) void inner(void)
{
	go_defer(say, "inner-d");
	go_panic("P");
}

static __attribute__((noinline)) void middle(void)
{
	go_recoverable();
	go_defer_recover(rescue, "middle");
	inner();
	note("middle-goes-on");
}

static void outer(void)
{
	middle();
	note("outer-goes-on");
}

CHECK("the function that deferred the recovering call returns to its caller, "
      "deeper ones not at all",
	.clause = "panic-recover.resume-in-caller",
	.source = "Go spec: Handling panics; Go 1.19 panic.go: recovery")
{
	live_once(outer);
	EXPECT_NOTES("inner-d middle:P outer-goes-on returned");
}
