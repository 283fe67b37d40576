#include "suite.h"

CHECK("a trace that does not fit is cut, and what lies behind the buffer is "
      "untouched",
	.clause = "trace.truncate", .source = "Go 1.19 mprof.go: Stack")
{
	char whole[8192], part[64];
	size_t n = go_stack(whole, sizeof(whole), false);

	EXPECT_EQ(n, strlen(whole));
	EXPECT_GE(n, 64);
	for (size_t size = 1; size < 24; size++) {
		memset(part, '#', sizeof(part));
		EXPECT_EQ(go_stack(part, size, false), size - 1);
		EXPECT_EQ(strlen(part), size - 1);
		EXPECT_EQ(memcmp(part, whole, size - 1), 0);
		EXPECT_EQ(part[size], '#');
	}
}
