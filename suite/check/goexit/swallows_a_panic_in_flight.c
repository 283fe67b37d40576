#include "../panic-recover/rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer(say, "d1");
	go_defer_recover(rescue, "d2");
	go_defer(exits, "d3-exits");
	go_defer(say, "d4");
	go_panic("P");
	note("goes-on");
}

CHECK("go_exit in what a panic runs ends the panic: the G ends and nothing "
      "else",
	.clause = "goexit.swallows-panic",
	.source = "Go 1.19 crash_test.go: TestGoexitInPanic")
{
	live_once(body);
	EXPECT_NOTES("d4 d3-exits d2:nil d1");
}
