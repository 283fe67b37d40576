#include "suite.h"

CHECK("the callers of the first G end in goexit like those of any other",
	.clause = "trace.main-chain",
	.source = "Go 1.19 proc.go: main, newproc1")
{
	void *pcs[64];
	int n = go_callers(0, pcs, 64);
	char *last = n > 0 ? pcs[n - 1] : NULL;

	EXPECT_GE(n, 3);
	EXPECT_LE(n, 63);
	EXPECT(last > __start_rt_goexit && last < __stop_rt_goexit);
}
