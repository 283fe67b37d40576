#include "suite.h"

static char trace[8192], want[512];

static void child(void *wg)
{
	go_stack(trace, sizeof(trace), false);
	go_wg_done(wg);
}

static __attribute__((noinline)) void creator(struct go_wg *wg)
{
	snprintf(want, sizeof(want), "created by creator\n\t%s:%d +0x",
		__FILE__, __LINE__ + 1);
	rt_spawn(child, wg);
}

CHECK("a trace ends with the function, file and line of the spawn; the first "
      "G's has none",
	.clause = "trace.created-by",
	.source = "Go 1.19 traceback.go: printcreatedby")
{
	struct go_wg wg = {.n = 1};

	creator(&wg);
	go_wg_wait(&wg);
	EXPECT_HAS(trace, want);
	go_stack(trace, sizeof(trace), false);
	EXPECT(strstr(trace, "created by") == NULL);
}
