#include "suite.h"

static char text[65536];

static __attribute__((noinline)) int dive(int depth)
{
	int below;

	if (depth == 0)
		return (int)go_stack(text, sizeof(text), false);
	below = dive(depth - 1);
	return below + (text[0] != 'g');
}

static int frames(void)
{
	int n = 0;

	for (const char *at = text; (at = strstr(at, "\ndive()\n")); at++)
		n++;
	return n;
}

CHECK("a trace shows the innermost 100 frames and says that there are more",
	.clause = "trace.frame-limit",
	.source = "Go 1.19 traceback.go: _TracebackMaxFrames", .procs = 1)
{
	dive(50);
	EXPECT_EQ(frames(), 51);
	EXPECT(!strstr(text, "elided"));
	dive(150);
	EXPECT_GE(frames(), 99); /* go_stack itself may be one of the hundred */
	EXPECT_LE(frames(), 100);
	EXPECT_HAS(text, "\n...additional frames elided...\n");
}
