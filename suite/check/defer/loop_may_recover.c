#include "../panic-recover/rescue.h"

static char key[][3] = {"r0", "r1", "r2", "r3"};

static __attribute__((noinline)) void inner(int calls)
{
	go_recoverable();
	go_defer_scope();
	for (int i = 0; i < calls; i++)
		go_defer_loop_recover(rescue, key[i]);
	go_panic("P");
}

static void body(void)
{
	inner(4);
	inner(1);
}

CHECK("calls deferred in a loop may recover, and all that were deferred before "
      "still run",
	.clause = "defer.loop", .source = "Go spec: Defer statements")
{
	live_once(body);
	EXPECT_NOTES("r3:P r2:nil r1:nil r0:nil r0:P returned");
}
