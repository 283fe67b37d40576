#include "suite.h"

static char *last;

static __attribute__((noinline)) void deeper(int depth)
{
	void *pcs[16];
	int n;

	if (depth > 0) {
		deeper(depth - 1);
		return;
	}
	n = go_callers(1, pcs, 16);
	last = n > 0 ? pcs[n - 1] : NULL;
}

static void worker(void *wg)
{
	deeper(3);
	go_wg_done(wg);
}

CHECK("the last return address, and the byte before it, lie in goexit",
	.clause = "trace.goexit-plus-1",
	.source = "Go 1.19 proc.go: newproc1, goexit + PCQuantum")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT(last > __start_rt_goexit && last < __stop_rt_goexit);
	EXPECT(last - 1 >= __start_rt_goexit);
}
