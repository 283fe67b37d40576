#include "order.h"

CHECK("runnext and the ring hold 257 Gs, in the order of their spawns",
	.clause = "queue.capacity-257", .source = "Go 1.19 runtime2.go: p.runq",
	.procs = 1, .needs = RT_RUNNEXT | RT_ORDER)
{
	order_spawn(256, -1);
	EXPECT_STR(order_text(), "256 1-255");
	order_spawn(257, -1);
	EXPECT_STR(order_text(), "257 1-256");
}
