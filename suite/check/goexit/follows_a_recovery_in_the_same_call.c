#include "../panic-recover/rescue.h"

static void recovers_and_exits(void *unused)
{
	note("recovered:%s", go_recover().string);
	go_exit();
}

static __attribute__((noinline)) void inner(void)
{
	go_recoverable();
	go_defer(say, "f1");
	go_defer_recover(recovers_and_exits, NULL);
	go_panic("P");
}

static void body(void)
{
	go_defer(say, "d1");
	inner();
	note("goes-on");
}

CHECK("a deferred call may recover and then call go_exit: the caller does not "
      "go on",
	.clause = "goexit.after-recover", .source = "Go 1.19 panic.go: Goexit")
{
	live_once(body);
	EXPECT_NOTES("recovered:P f1 d1");
}
