#include "../panic-recover/rescue.h"

static void defers(void *unused)
{
	note("d2-begin");
	go_defer(say, "d2-inner");
	note("d2-end");
}

static void body(void)
{
	go_defer(say, "d1");
	go_defer(defers, NULL);
	note("body");
}

CHECK("what a deferred call defers runs at the end of that call",
	.clause = "defer.nested-defer", .source = "Go spec: Defer statements")
{
	live_once(body);
	EXPECT_NOTES("body d2-begin d2-end d2-inner d1 returned");
}
