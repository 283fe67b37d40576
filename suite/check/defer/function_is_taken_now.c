#include "../panic-recover/rescue.h"

static void body(void)
{
	void (*fn)(void *) = say;
	const char *word = "old";

	go_defer(fn, (void *)word);
	fn = panics;
	word = "new";
	note("body");
	(void)fn;
	(void)word;
}

CHECK("the function too is the one that the call was deferred with",
	.clause = "defer.func-now", .source = "Go spec: Defer statements")
{
	live_once(body);
	EXPECT_NOTES("body old returned");
}
