#include "suite.h"

static struct go_wg wg = {.n = 1};
static Defer left; /* deferred in no block: goexit finds it */

static void look(void *unused)
{
	struct go_frame last, above;
	void *pcs[8];
	int n = go_callers(1, pcs, 8);

	EXPECT((char *)pcs[n - 1] > __start_rt_goexit);
	EXPECT((char *)pcs[n - 1] < __stop_rt_goexit);
	go_symbol(pcs[n - 1], &last);
	go_symbol(pcs[n - 2], &above);
	EXPECT((char *)last.entry >= __start_rt_goexit);
	EXPECT((char *)last.entry < __stop_rt_goexit);
	EXPECT_STR(above.function, "go_exit");
	go_wg_done(&wg);
}

static void returns(void *unused)
{
	left = (Defer){.fn = look, .g = rt_self()};
	rt_self()->defers = &left;
}

CHECK("goexit shows below go_exit, which it calls when fn has returned",
	.clause = "trace.goexit-trailing-nop",
	.source = "Go 1.19 asm_amd64.s: goexit")
{
	rt_spawn(returns, NULL);
	go_wg_wait(&wg);
}
