#include "suite.h"

static struct go_wg wg = {.n = 8};

static void yield_and_say(void *i)
{
	rt_yield();
	note("d%d", (int)(intptr_t)i);
}

static void worker(void *i)
{
	go_defer(go_wg_done, &wg);
	go_defer(yield_and_say, i);
	note("b%d", (int)(intptr_t)i);
	if ((intptr_t)i % 2 == 0)
		go_exit();
}

CHECK("exits and returns mix freely; the order is that of the queue alone",
	.clause = "goexit.storm", .source = "Go 1.19 panic.go: Goexit",
	.procs = 1, .needs = RT_RUNNEXT | RT_ORDER)
{
	rt_yield();
	spawn_n(8, worker);
	go_wg_wait(&wg);
	note("n%d", (int)go_num_goroutine());
	EXPECT_NOTES("b8 b1 b2 b3 b4 b5 b6 b7 d8 d1 d2 d3 d4 d5 d6 d7 n1");
}
