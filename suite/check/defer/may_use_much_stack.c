#include "../panic-recover/rescue.h"

enum { MUCH = RT_STACK_MIN / 4, CALLS = 20 };

static int intact;

static void uses_much(void *unused)
{
	volatile char much[MUCH];

	for (int i = 0; i < MUCH; i++)
		much[i] = (char)i;
	for (int i = 0; i < MUCH; i++)
		intact += much[i] == (char)i;
}

/* the calls before and after the recovery have records in the same frame */
static void body(void)
{
	go_recoverable();
	go_defer_scope();
	for (int i = 0; i < CALLS; i++)
		go_defer_loop(uses_much, NULL);
	go_defer_recover(rescue, "r");
	for (int i = 0; i < CALLS; i++)
		go_defer_loop(uses_much, NULL);
	go_panic("P");
}

CHECK("deferred calls may use much stack, before and after a recovery, and "
      "none "
      "is lost",
	.clause = "defer.stack-growth-safe",
	.source = "Go 1.19 stack_test.go: TestPanicUseStack")
{
	live_once(body);
	EXPECT_NOTES("r:P returned");
	EXPECT_EQ(intact, 2 * CALLS * MUCH);
}
