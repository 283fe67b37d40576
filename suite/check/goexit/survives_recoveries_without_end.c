#include "../panic-recover/rescue.h"

enum { PAIRS = 100 };

static int recovered;

static void count(void *unused)
{
	recovered += go_recover().type != NULL;
}

static void throws(void *unused)
{
	go_panic("P");
}

static void many(void)
{
	go_recoverable();
	go_defer(say, "d1");
	go_defer_scope();
	for (int i = 0; i < PAIRS; i++) {
		go_defer_loop_recover(count, NULL);
		go_defer_loop(throws, NULL);
	}
	leave();
}

static void two(void)
{
	go_recoverable();
	go_defer(say, "d1");
	go_defer_recover(rescue, "r1");
	go_defer(panics, "A");
	go_defer_recover(rescue, "r2");
	go_defer(panics, "B");
	leave();
}

CHECK("panics and recoveries may follow each other while one go_exit runs",
	.clause = "goexit.repeated-panic-recover",
	.source = "Go 1.19 panic.go: Goexit, p.aborted")
{
	live_once(two);
	EXPECT_NOTES("B r2:B A r1:A d1");
	notes_clear();
	live_once(many);
	EXPECT_NOTES("d1");
	EXPECT_EQ(recovered, PAIRS);
}
