#include "rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "at-the-end");
	rescue("called");
	note("body:%d", go_recover().type != NULL);
}

CHECK("go_recover without a panic finds none, wherever it is called",
	.clause = "panic-recover.no-panic-nil",
	.source = "Go spec: Handling panics; Go 1.19 panic.go: gorecover")
{
	live_once(body);
	EXPECT_NOTES("called:nil body:0 at-the-end:nil returned");
}
