#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void recovers(void)
{
	go_recoverable();
	go_defer_recover(rescue, "r");
	go_panic("P");
}

static void body(void)
{
	go_defer(say, "d1");
	recovers();
	note("alive");
	leave();
	note("goes-on");
}

CHECK("go_exit works as ever after a panic that was recovered",
	.clause = "goexit.later-goexit",
	.source = "Go 1.19 panic.go: gopanic, Goexit")
{
	live_once(body);
	EXPECT_NOTES("r:P alive d1");
}
