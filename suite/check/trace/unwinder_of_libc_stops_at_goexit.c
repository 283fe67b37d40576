#include <execinfo.h>

#include "suite.h"

enum { GS = 100 };

static atomic_int ended, astray;

static __attribute__((noinline)) void inner(void)
{
	void *pcs[64], *own[4];
	int n = backtrace(pcs, 64), mine = go_callers(1, own, 4);
	char *last = pcs[n - 1];

	astray += last <= __start_rt_goexit || last >= __stop_rt_goexit;
	astray += mine != 3 || n < 3 || pcs[n - 2] != own[1];
}

static void worker(void *unused)
{
	inner();
	ended++;
	until(ended == GS); /* so that each is on a stack of its own */
}

CHECK("backtrace() of libc, which reads unwind tables, ends in goexit as well",
	.clause = "trace.top-frame",
	.source = "Go 1.19 asm_amd64.s: goexit, TOPFRAME")
{
	void *pcs[2];

	backtrace(pcs, 2); /* loads the unwinder, on the roomiest stack */
	spawn_n(GS, worker);
	until(ended == GS);
	EXPECT_EQ(astray, 0);
}
