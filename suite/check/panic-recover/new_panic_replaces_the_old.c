#include "rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "r2");
	go_defer_recover(rescue, "r1");
	go_defer(panics, "P2");
	go_panic("P1");
}

CHECK("a panic in a deferred call replaces the one before, of which nothing is "
      "left",
	.clause = "panic-recover.replace",
	.source = "Go 1.19 panic.go: gopanic, p.aborted")
{
	live_once(body);
	EXPECT_NOTES("P2 r1:P2 r2:nil returned");
}
