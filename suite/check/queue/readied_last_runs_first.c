#include "park.h"

CHECK("of five Gs readied in turn the last runs first, then the others in "
      "order",
	.clause = "queue.ready-n-order",
	.source = "Go 1.19 proc.go: ready, runqput", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_yield();
	park_n(5);
	for (int i = 1; i <= 5; i++)
		rt_ready(parked[i]);
	note("main");
	rt_yield();
	EXPECT_NOTES("main g5 g1 g2 g3 g4");
}
