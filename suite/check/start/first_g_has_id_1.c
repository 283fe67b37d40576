#include "suite.h"

CHECK("the first G has id 1 and no parent", .clause = "start.main-id-1",
	.source = "Go 1.19 proc_test.go: TestMainGoroutineID")
{
	EXPECT_EQ(rt_self()->id, 1);
	EXPECT_EQ(rt_self()->parent, 0);
}
