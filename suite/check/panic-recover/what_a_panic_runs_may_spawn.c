#include "rescue.h"

static uint64_t panicking, child;

static void is_a_g(void *ended)
{
	child = rt_self()->id;
	go_wg_done(ended);
}

static void spawns(void *unused)
{
	struct go_wg ended = {.n = 1};

	panicking = rt_self()->id;
	rt_spawn(is_a_g, &ended);
	go_wg_wait(&ended);
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "rescue");
	go_defer(spawns, NULL);
	go_panic("P");
}

CHECK("what a panic runs may spawn a G and wait for it, which has no panic",
	.clause = "panic-recover.may-yield-while-panicking",
	.source = "Go spec: Handling panics")
{
	live_once(body);
	EXPECT_NOTES("rescue:P returned");
	EXPECT_NE(child, 0);
	EXPECT_NE(child, panicking);
}
