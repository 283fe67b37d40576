#include "suite.h"

static char trace[8192];

static void child(void *wg)
{
	go_stack(trace, sizeof(trace), false);
	go_wg_done(wg);
}

CHECK("a trace is headed by \"goroutine ID [running]:\", and its frames follow",
	.clause = "trace.header",
	.source = "Go 1.19 traceback.go: goroutineheader")
{
	struct go_wg wg = {.n = 1};
	uint64_t id = rt_spawn(child, &wg);
	char want[64];

	go_wg_wait(&wg);
	snprintf(want, sizeof(want), "goroutine %llu [running]:\nchild()\n\t",
		(unsigned long long)id);
	EXPECT_EQ(strncmp(trace, want, strlen(want)), 0);
	EXPECT_HAS(trace, "goexit()\n\t");
	go_stack(trace, sizeof(trace), false);
	EXPECT_EQ(strncmp(trace, "goroutine 1 [running]:\n", 23), 0);
}
