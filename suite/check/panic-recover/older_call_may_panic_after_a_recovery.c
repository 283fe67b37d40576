#include "rescue.h"

/* twice in one frame: what runs after a recovery panics, is recovered, and what
 * runs after that panics again */
static __attribute__((noinline)) void inner(void)
{
	go_recoverable();
	go_defer(panics, "P3");
	go_defer_recover(rescue, "second");
	go_defer(panics, "P2");
	go_defer_recover(rescue, "first");
	go_panic("P1");
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	inner();
	note("goes-on");
}

CHECK("after a recovery an older call of the same function may panic anew",
	.clause = "panic-recover.older-defer-panics-after-recover",
	.source = "Go 1.19 crash_test.go: TestRecursivePanic2")
{
	live_once(body);
	EXPECT_NOTES("first:P1 P2 second:P2 P3 outer:P3 returned");
}
