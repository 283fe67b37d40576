#include "../panic-recover/rescue.h"

static void triples(void *n)
{
	*(volatile int *)n *= 3;
}

static void recovers_with_2(void *n)
{
	note("r:%s", go_recover().string);
	*(volatile int *)n += 2;
}

static __attribute__((noinline)) int recovered(void)
{
	volatile int n = 1;

	go_recoverable(n);
	go_defer(triples, (void *)&n);
	go_defer_recover(recovers_with_2, (void *)&n);
	n = 10;
	go_panic("P");
}

static void body(void)
{
	note("n=%d", recovered());
}

CHECK("deferred calls may change what a function returns that was recovered",
	.clause = "defer.named-results",
	.source = "Go spec: Defer statements, Handling panics")
{
	live_once(body);
	EXPECT_NOTES("r:P n=36 returned");
}
