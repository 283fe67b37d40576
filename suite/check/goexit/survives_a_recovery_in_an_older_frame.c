#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void inner(void)
{
	go_defer(say, "f1");
	go_defer(panics, "P");
	leave();
}

static __attribute__((noinline)) void middle(void)
{
	go_recoverable();
	go_defer(say, "m1");
	go_defer_recover(rescue, "m2");
	inner();
	note("goes-on");
}

static void body(void)
{
	go_defer(say, "outer");
	middle();
	note("goes-on");
}

CHECK("a panic in what go_exit runs, recovered in an older frame, does not "
      "stop "
      "the exit",
	.clause = "goexit.survives-recover-other-frame",
	.source = "Go 1.19 crash_test.go: TestRecoverBeforePanicAfterGoexit2")
{
	live_once(body);
	EXPECT_NOTES("P f1 m2:P m1 outer");
}
