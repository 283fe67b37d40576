#include "rescue.h"

static void recovers_twice(void *unused)
{
	note("first:%s", go_recover().string);
	note("second:%d", go_recover().type != NULL);
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	go_defer_recover(recovers_twice, NULL);
	go_panic("P");
}

CHECK("a panic is recovered once: the second go_recover finds none",
	.clause = "panic-recover.second-recover-nil",
	.source = "Go 1.19 panic.go: gorecover, p.recovered")
{
	live_once(body);
	EXPECT_NOTES("first:P second:0 outer:nil returned");
}
