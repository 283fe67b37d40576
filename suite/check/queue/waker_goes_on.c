#include "park.h"

CHECK("to ready a G does not switch to it: the waker goes on",
	.clause = "queue.waker-continues", .source = "Go 1.19 proc.go: ready",
	.procs = 1, .needs = RT_RUNNEXT)
{
	rt_yield();
	park_n(2);
	rt_ready(parked[1]);
	note("main1");
	rt_ready(parked[2]);
	note("main2");
	rt_yield();
	EXPECT_NOTES("main1 main2 g2 g1");
}
