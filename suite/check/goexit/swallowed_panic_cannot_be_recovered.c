#include "../panic-recover/rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "d1");
	go_defer(exits, "d2-exits");
	go_defer(panics, "d3-panics");
	leave();
}

CHECK("a panic that go_exit has ended is not found by go_recover any more",
	.clause = "goexit.swallowed-panic-not-recoverable",
	.source = "Go 1.19 panic.go: Goexit, gorecover")
{
	live_once(body);
	EXPECT_NOTES("d3-panics d2-exits d1:nil");
}
