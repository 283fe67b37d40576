#include "../panic-recover/rescue.h"

static __attribute__((noinline)) void inner(void)
{
	go_defer(panics, "P2");
	go_defer(panics, "P1");
	leave();
}

/* the newer exit is in what the older one runs, and is left by a panic that is
 * recovered beyond both, or between them */
static void exits_inside(void *unused)
{
	go_defer(say, "x1");
	inner();
	note("goes-on");
}

static void beyond(void)
{
	go_recoverable();
	go_defer(say, "d1");
	go_defer_recover(rescue, "d2");
	go_defer(exits_inside, NULL);
	leave();
}

static void recovers_inside(void *unused)
{
	go_recoverable();
	go_defer_recover(rescue, "x2");
	inner();
	note("goes-on");
}

static void between(void)
{
	go_defer(say, "d1");
	go_defer(say, "d2");
	go_defer(recovers_inside, NULL);
	leave();
}

CHECK("an exit in what an exit runs survives a recovery, wherever that is",
	.clause = "goexit.two-panics-cancel-bug",
	.source = "package runtime: Goexit; Go 1.22 panic.go: nextFrame, "
		  "recovery")
{
	live_once(beyond);
	EXPECT_NOTES("P1 P2 x1 d2:P2 d1");
	notes_clear();
	live_once(between);
	EXPECT_NOTES("P1 P2 x2:P2 d2 d1");
}
