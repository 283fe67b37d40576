#include <execinfo.h>

#include "suite.h"

enum { GS = 100 };

static atomic_int ended, astray;

static __attribute__((noinline)) void inner(void)
{
	void *pcs[64];
	int n = backtrace(pcs, 64);
	char *last = pcs[n - 1];

	astray +=
		n != 3 || last <= __start_rt_goexit || last >= __stop_rt_goexit;
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
