#include "suite.h"

#define LINE_BEFORE_NEXT (line[at++] = __LINE__ + 1)

static int line[4], at, wrong;

static __attribute__((noinline)) void innermost(void)
{
	static const char *want[4] = {"innermost", "middle", "outer", "worker"};
	struct go_frame f;

	for (int i = 0; i < 4; i++) {
		if (i == 0)
			LINE_BEFORE_NEXT;
		wrong += !go_caller(i, &f);
		wrong += strcmp(f.function, want[i]) != 0;
		wrong += strcmp(f.file, __FILE__) != 0;
		note("%d", f.line - line[3 - i]);
	}
}

static __attribute__((noinline)) void middle(void)
{
	LINE_BEFORE_NEXT;
	innermost();
}

static __attribute__((noinline)) void outer(void)
{
	LINE_BEFORE_NEXT;
	middle();
}

static void worker(void *wg)
{
	LINE_BEFORE_NEXT;
	outer();
	go_wg_done(wg);
}

CHECK("frames come innermost first, each with its function, file and line of "
      "the call",
	.clause = "trace.nested-chain",
	.source = "Go 1.19 callers_test.go: TestCallers")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_EQ(wrong, 0);
	EXPECT_NOTES("0 0 0 0");
}
