#include "suite.h"

static void say(void *i)
{
	note("L%d", (int)(intptr_t)i);
}

static void say_word(void *word)
{
	note("%s", (char *)word);
}

static __attribute__((noinline)) void body(int n)
{
	go_defer(say_word, "first");
	go_defer_scope();
	for (intptr_t i = 0; i < n; i++)
		go_defer_loop(say, (void *)i);
	go_defer(say_word, "last");
	note("body");
}

CHECK("calls deferred in a loop pile up and run last first among the others",
	.clause = "defer.loop", .source = "Go spec: Defer statements")
{
	body(5);
	EXPECT_NOTES("body last L4 L3 L2 L1 L0 first");
	notes_clear();
	body(0);
	EXPECT_NOTES("body last first");
}
