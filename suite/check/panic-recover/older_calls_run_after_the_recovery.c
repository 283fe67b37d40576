#include "rescue.h"

static __attribute__((noinline)) void recovers(void)
{
	go_recoverable();
	go_defer(say, "older1");
	go_defer(say, "older2");
	go_defer_recover(rescue, "rescue");
	go_defer(say, "newer");
	go_panic("P");
}

static void body(void)
{
	recovers();
	note("caller");
}

CHECK("after a recovery what its function had deferred before runs, then the "
      "caller goes on",
	.clause = "panic-recover.older-defers-still-run",
	.source = "Go 1.19 panic.go: recovery, deferreturn")
{
	live_once(body);
	EXPECT_NOTES("newer rescue:P older2 older1 caller returned");
}
