#include "rescue.h"

static void defers(void *unused)
{
	go_defer(rescue, "inner");
	note("deferred");
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	go_defer(defers, NULL);
	go_panic("P");
}

CHECK("go_recover in what a deferred call defers in turn finds no panic",
	.clause = "panic-recover.defer-in-deferred-nil",
	.source = "Go 1.19 defer_test.go: TestRecoverMatching")
{
	live_once(body);
	EXPECT_NOTES("deferred inner:nil outer:P returned");
}
