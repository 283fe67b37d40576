#include "frames.h"

static void deferred(void *unused)
{
	note_frames();
	go_recover();
}

static __attribute__((noinline)) void inner(void)
{
	go_panic("P");
}

static __attribute__((noinline)) void outer(void)
{
	go_recoverable();
	go_defer_recover(deferred, NULL);
	inner();
}

CHECK("while a panic runs what is deferred its frames are on the stack, "
      "go_panic below the call",
	.clause = "panic-recover.stack-alive-in-defers",
	.source = "Go 1.19 callers_test.go: TestCallersPanic")
{
	live_once(outer);
	EXPECT_NOTES("go_panic inner outer live goexit returned");
}
