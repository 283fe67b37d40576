#include "suite.h"

static void say(void *word)
{
	note("%s", (char *)word);
}

static __attribute__((noinline)) int inner(void)
{
	go_defer(say, "inner-d");
	note("inner");
	return 1;
}

static __attribute__((noinline)) void outer(void)
{
	go_defer(say, "outer-d");
	if (inner())
		note("outer");
}

CHECK("a deferred call belongs to its function, not to the G's end",
	.clause = "defer.frame-scope", .source = "Go spec: Defer statements")
{
	outer();
	EXPECT_NOTES("inner inner-d outer outer-d");
}
