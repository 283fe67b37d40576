#include "rescue.h"

static __attribute__((noinline)) int recovers(void)
{
	volatile int r = 1;

	go_recoverable(r);
	go_defer_recover(rescue, "rescue");
	r = 7;
	go_panic("P");
	r = 8;
	return r;
}

static void body(void)
{
	note("r=%d", recovers());
}

CHECK("a function that is recovered returns the result that it had set so far",
	.clause = "panic-recover.named-results",
	.source = "Go spec: Handling panics, Defer statements")
{
	live_once(body);
	EXPECT_NOTES("rescue:P r=7 returned");
}
