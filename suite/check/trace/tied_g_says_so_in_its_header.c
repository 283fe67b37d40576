#include "suite.h"

CHECK("the header of a tied G says so", .clause = "trace.locked-suffix",
	.source = "Go 1.19 traceback.go: goroutineheader",
	.needs = RT_LOCK_THREAD)
{
	char text[4096];

	rt_lock_thread();
	go_stack(text, sizeof(text), false);
	EXPECT_HAS(text, "goroutine 1 [running, locked to thread]:\n");
	rt_unlock_thread();
	go_stack(text, sizeof(text), false);
	EXPECT_HAS(text, "goroutine 1 [running]:\n");
}
