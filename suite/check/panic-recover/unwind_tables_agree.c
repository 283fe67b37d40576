#include "frames.h"

static int in_panic, in_second, in_exit, after;

static void look(void *where)
{
	*(int *)where = frames_agree();
}

static void look_and_panic(void *where)
{
	*(int *)where = frames_agree();
	go_panic("P2");
}

static void recovers(void *where)
{
	*(int *)where = frames_agree();
	go_recover();
}

static void body(void)
{
	go_recoverable();
	go_defer(look, &after);
	go_defer_recover(recovers, &in_second);
	go_defer(look_and_panic, &in_panic);
	go_panic("P1");
}

static __attribute__((noinline)) void leaves(void)
{
	go_defer(look, &in_exit);
	leave();
}

CHECK("in whatever calls a deferred function, frame pointers and unwind tables "
      "lead to goexit alike",
	.clause = "panic-recover.unwindable",
	.source = "Go 1.19 callers_test.go; asm_amd64.s: goexit, TOPFRAME")
{
	void *pcs[2];

	backtrace(pcs, 2); /* loads the unwinder, on the roomiest stack */
	live_once(body);
	EXPECT_EQ(in_panic, 5);
	EXPECT_EQ(in_second, 7);
	EXPECT_EQ(after, 5);
	live_once(leaves);
	EXPECT_EQ(in_exit, 6);
}
