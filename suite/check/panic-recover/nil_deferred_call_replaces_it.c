#include "rescue.h"

#define NIL_CALL \
	"runtime error: invalid memory address or nil pointer dereference"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "older");
	go_defer(NULL, NULL);
	go_panic("P");
}

CHECK("a nil function that a panic would call replaces it by a panic of its "
      "own",
	.clause = "panic-recover.nil-defer-replaces",
	.source = "Go test/fixedbugs/issue8047b.go")
{
	live_once(body);
	EXPECT_NOTES("older:" NIL_CALL " returned");
}
