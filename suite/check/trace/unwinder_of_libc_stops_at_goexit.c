#include <execinfo.h>

#include "suite.h"

static void *pcs[64];
static int n;

static __attribute__((noinline)) void inner(void)
{
	n = backtrace(pcs, 64);
	__asm__ volatile("" ::: "memory");
}

static void worker(void *wg)
{
	inner();
	go_wg_done(wg);
}

CHECK("backtrace() of libc, which reads unwind tables, ends in goexit as well",
	.clause = "trace.top-frame",
	.source = "Go 1.19 asm_amd64.s: goexit, TOPFRAME")
{
	struct go_wg wg = {.n = 1};
	char *last;

	backtrace(pcs, 2); /* loads the unwinder, on the roomiest stack */
	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	last = n > 0 ? pcs[n - 1] : NULL;
	EXPECT_EQ(n, 3);
	EXPECT(last > __start_rt_goexit && last < __stop_rt_goexit);
}
