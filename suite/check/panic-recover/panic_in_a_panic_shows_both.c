#include "frames.h"

static void deferred(void *unused)
{
	note_frames();
	go_recover();
}

static __attribute__((noinline)) void throws(void *unused)
{
	go_panic("P2");
}

static __attribute__((noinline)) void outer(void)
{
	go_recoverable();
	go_defer_recover(deferred, NULL);
	go_defer(throws, NULL);
	go_panic("P1");
}

CHECK("what a panic in a deferred call of a panic runs has two go_panic below "
      "it",
	.clause = "panic-recover.double-panic-trace",
	.source = "Go 1.19 callers_test.go: TestCallersDoublePanic")
{
	live_once(outer);
	EXPECT_NOTES("go_panic throws go_panic outer live goexit returned");
}
