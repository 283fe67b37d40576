#include "rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	go_defer_recover(rescue, "inner");
	go_panic(go_nil);
	note("goes-on");
}

CHECK("a panic of nil is a panic: it can be recovered, and then is over",
	.clause = "panic-recover.nil-value",
	.source = "Go 1.19 panic.go: gopanic")
{
	live_once(body);
	EXPECT_NOTES("inner:nil outer:nil returned");
}
