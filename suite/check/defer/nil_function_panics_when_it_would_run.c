#include "../panic-recover/rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "rescue");
	go_defer(say, "older");
	go_defer(NULL, NULL);
	note("body");
}

CHECK("a nil function is a panic at the end of its block, not before, and "
      "older "
      "calls run",
	.clause = "defer.nil-func-late",
	.source = "Go spec: Defer statements; Go test/defernil.go")
{
	live_once(body);
	EXPECT_NOTES(
		"body older rescue:runtime error: invalid memory address or "
		"nil pointer dereference returned");
}
