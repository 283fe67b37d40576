#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void inner(void)
{
	go_recoverable();
	go_defer_recover(rescue, "r2");
	leave();
	note("goes-on");
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "r1");
	inner();
	note("goes-on");
}

CHECK("go_recover finds nothing in what go_exit runs, and does not stop it",
	.clause = "goexit.recover-nil",
	.source = "Go 1.19 panic.go: gorecover, p.goexit")
{
	live_once(body);
	EXPECT_NOTES("r2:nil r1:nil");
}
