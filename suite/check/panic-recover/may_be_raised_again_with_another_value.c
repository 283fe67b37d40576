#include "rescue.h"

static void raises_again(void *unused)
{
	note("inner:%s", go_recover().string);
	go_panic("re-P");
}

static __attribute__((noinline)) void inner(void)
{
	go_recoverable();
	go_defer_recover(raises_again, NULL);
	go_panic("P");
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	inner();
	note("goes-on");
}

CHECK("a deferred call may recover and panic: the next recovers the new value",
	.clause = "panic-recover.repanic",
	.source = "Go 1.19 defer_test.go: TestDeferWithRepeatedRepanics")
{
	live_once(body);
	EXPECT_NOTES("inner:P outer:re-P returned");
}
