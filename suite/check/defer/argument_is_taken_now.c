#include "suite.h"

static void say(void *i)
{
	note("arg=%d", (int)(intptr_t)i);
}

static void say_through(void *i)
{
	note("var=%d", *(int *)i);
}

static __attribute__((noinline)) void body(void)
{
	int n = 1;

	go_defer(say, (void *)(intptr_t)n);
	go_defer(say_through, &n);
	n = 2;
}

CHECK("the argument is evaluated when the call is deferred, what it points at "
      "when it runs",
	.clause = "defer.args-now", .source = "Go spec: Defer statements")
{
	body();
	EXPECT_NOTES("var=2 arg=1");
}
