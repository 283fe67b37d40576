#include "../panic-recover/rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "r");
	go_defer(say, "d1");
	go_defer(panics, "d2-panics");
	go_defer(say, "d3");
	note("body");
}

CHECK("when a deferred call panics as its function ends, the older ones run "
      "for "
      "that panic",
	.clause = "defer.crash-in-middle",
	.source = "Go 1.19 panic.go: deferreturn, gopanic")
{
	live_once(body);
	EXPECT_NOTES("body d3 d2-panics d1 r:d2-panics returned");
}
