#include "rescue.h"

/* what a compiler would inline */
static inline void helper(void *key)
{
	rescue(key);
}

static void calls_first(void *unused)
{
	helper("helper");
	note("goes-on");
}

static void calls_last(void *unused)
{
	rescue("last");
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(rescue, "outer");
	go_defer_recover(calls_last, NULL);
	go_defer_recover(calls_first, NULL);
	go_panic("P");
}

CHECK("go_recover in a function that a deferred one calls finds no panic",
	.clause = "panic-recover.helper-nil",
	.source = "Go spec: Handling panics; Go 1.19 panic.go: gorecover")
{
	live_once(body);
	EXPECT_NOTES("helper:nil goes-on last:nil outer:P returned");
}
