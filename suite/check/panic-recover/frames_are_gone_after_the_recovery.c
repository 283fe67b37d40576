#include "frames.h"

static void deferred(void *unused)
{
	note_frames();
}

static __attribute__((noinline)) void inner(void)
{
	go_panic("P");
}

static __attribute__((noinline)) void outer(void)
{
	go_recoverable();
	go_defer(deferred, NULL);
	go_defer_recover(rescue, "rescue");
	inner();
}

CHECK("what runs after a recovery is called by its own function, as far as a "
      "trace can see",
	.clause = "panic-recover.stack-after-recovery",
	.source = "Go 1.19 callers_test.go: TestCallersAfterRecovery")
{
	live_once(outer);
	EXPECT_NOTES("rescue:P run_older outer live goexit returned");
}
