#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void recovered_inside(void)
{
	go_recoverable();
	go_defer_recover(rescue, "inner");
	go_panic("P");
}

static void deferred(void *unused)
{
	recovered_inside();
	note("d2-goes-on");
}

static void body(void)
{
	go_defer(say, "d1");
	go_defer(deferred, NULL);
	leave();
}

CHECK("a deferred call that go_exit runs may panic and recover inside, and "
      "then goes on",
	.clause = "goexit.inner-recover",
	.source = "Go 1.19 crash_test.go: TestRecoveredPanicAfterGoexit")
{
	live_once(body);
	EXPECT_NOTES("inner:P d2-goes-on d1");
}
