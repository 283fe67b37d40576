#include "../panic-recover/rescue.h"

static void body(void)
{
	go_recoverable();
	go_defer(say, "d0");
	go_defer_recover(rescue, "d1");
	go_defer(panics, "B");
	go_defer(exits, "exits");
	go_panic("A");
}

CHECK("after panic, exit, panic and recovery the exit goes on, and the first "
      "panic is gone",
	.clause = "goexit.panic-goexit-panic-recover",
	.source = "Go 1.19 panic.go: Goexit, gopanic")
{
	live_once(body);
	EXPECT_NOTES("exits B d1:B d0");
}
