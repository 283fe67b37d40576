#include "rescue.h"

static __attribute__((noinline)) void recovered_inside(void)
{
	go_recoverable();
	go_defer_recover(rescue, "inner");
	go_panic("in-deferred");
}

static void deferred(void *unused)
{
	recovered_inside();
	note("goes-on");
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	go_defer(deferred, NULL);
	go_panic("orig");
}

CHECK("a panic that is raised and recovered in a deferred call leaves the "
      "outer "
      "one in force",
	.clause = "panic-recover.inner-recovered-outer-continues",
	.source = "Go 1.19 crash_test.go: TestRecursivePanic3")
{
	live_once(body);
	EXPECT_NOTES("inner:in-deferred goes-on outer:orig returned");
}
