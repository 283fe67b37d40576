#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void throws_twice(void)
{
	go_defer(panics, "P2");
	go_defer(panics, "P1");
	leave();
}

static __attribute__((noinline)) void recovers(void)
{
	go_recoverable();
	go_defer_recover(rescue, "middle");
	throws_twice();
}

static void other_frame(void)
{
	go_defer(say, "outer");
	recovers();
	note("goes-on");
}

static void same_frame(void)
{
	go_recoverable();
	go_defer(say, "d1");
	go_defer_recover(rescue, "d2");
	go_defer(panics, "P3");
	go_defer(panics, "P2");
	go_defer(panics, "P1");
	leave();
}

CHECK("go_exit is not cancelled when several panics replace each other in what "
      "it runs, and one is recovered",
	.clause = "goexit.two-panics-cancel-bug",
	.source = "package runtime: Goexit; Go 1.22 panic.go: nextFrame, "
		  "recovery")
{
	live_once(other_frame);
	EXPECT_NOTES("P1 P2 middle:P2 outer");
	notes_clear();
	live_once(same_frame);
	EXPECT_NOTES("P1 P2 P3 d2:P3 d1");
}
