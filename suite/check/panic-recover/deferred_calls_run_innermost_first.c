#include "rescue.h"

static __attribute__((noinline)) void c(void)
{
	go_defer(say, "c1");
	go_defer(say, "c2");
	go_panic("P");
}

static __attribute__((noinline)) void b(void)
{
	go_defer(say, "b1");
	go_defer(say, "b2");
	c();
	note("b-goes-on");
}

static __attribute__((noinline)) void a(void)
{
	go_recoverable();
	go_defer_recover(rescue, "a1");
	go_defer(say, "a2");
	b();
	note("a-goes-on");
}

CHECK("a panic runs what is deferred, innermost frame first, last first in "
      "each",
	.clause = "panic-recover.defers-inner-first",
	.source = "Go spec: Handling panics; Go 1.19 panic.go: gopanic")
{
	live_once(a);
	EXPECT_NOTES("c2 c1 b2 b1 a2 a1:P returned");
}
