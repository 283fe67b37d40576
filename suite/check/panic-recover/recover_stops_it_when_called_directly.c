#include "rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	go_defer_recover(rescue, "direct");
	go_panic("P");
}

CHECK("go_recover ends the panic when the deferred function itself calls it",
	.clause = "panic-recover.direct-only",
	.source = "Go spec: Handling panics; Go 1.19 panic.go: gorecover")
{
	live_once(body);
	EXPECT_NOTES("direct:P outer:nil returned");
}
