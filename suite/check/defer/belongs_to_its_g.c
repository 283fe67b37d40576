#include "suite.h"

enum { GS = 50 };

static atomic_int ended, strange;

static void expect_id(void *id)
{
	strange += rt_self()->id != (uint64_t)(uintptr_t)id;
}

static __attribute__((noinline)) void body(void)
{
	go_defer(expect_id, (void *)(uintptr_t)rt_self()->id);
	rt_yield();
	go_defer(expect_id, (void *)(uintptr_t)rt_self()->id);
	rt_yield();
}

static void worker(void *unused)
{
	strange += rt_self()->defers != NULL;
	body();
	strange += rt_self()->defers != NULL;
	ended++;
}

CHECK("a deferred call runs on the G that deferred it, wherever that G has "
      "been since",
	.clause = "defer.per-goroutine",
	.source = "Go 1.19 runtime2.go: g._defer")
{
	spawn_n(GS, worker);
	until(ended == GS);
	EXPECT_EQ(strange, 0);
}
