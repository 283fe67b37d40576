#include "suite.h"

CHECK("go_caller beyond the end says false, with no file and line 0",
	.clause = "trace.caller-out-of-range",
	.source = "Go 1.19 extern.go: Caller")
{
	for (int skip = 100; skip < 2000000000; skip *= 3) {
		struct go_frame f = {.file = "x", .line = 1};

		EXPECT(!go_caller(skip, &f));
		EXPECT_STR(f.file, "");
		EXPECT_EQ(f.line, 0);
		if (skip > 600000000)
			break;
	}
}
