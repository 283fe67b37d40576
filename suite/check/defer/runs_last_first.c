#include "suite.h"

static void say(void *word)
{
	note("%s", (char *)word);
}

static __attribute__((noinline)) void body(void)
{
	go_defer(say, "d1");
	go_defer(say, "d2");
	go_defer(say, "d3");
	note("body");
}

CHECK("deferred calls run at the end, last in, first out",
	.clause = "defer.lifo", .source = "Go spec: Defer statements")
{
	body();
	note("after");
	EXPECT_NOTES("body d3 d2 d1 after");
	EXPECT(rt_self()->defers == NULL);
}
