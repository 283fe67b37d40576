#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void inner(void)
{
	go_recoverable();
	go_defer(say, "f1");
	go_defer_recover(rescue, "f2");
	go_defer(panics, "f3-panics");
	go_defer(say, "f4");
	leave();
	note("goes-on");
}

static void body(void)
{
	go_defer(say, "d1");
	inner();
	note("goes-on");
}

CHECK("a panic in what go_exit runs, recovered by an older call of the same "
      "frame, does not stop the exit",
	.clause = "goexit.survives-recover-same-frame",
	.source = "Go 1.19 crash_test.go: TestRecoverBeforePanicAfterGoexit")
{
	live_once(body);
	EXPECT_NOTES("f4 f3-panics f2:f3-panics f1 d1");
}
