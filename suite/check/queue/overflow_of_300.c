#include "order.h"

CHECK("the order of 300 Gs is that of Go, for a given tick",
	.clause = "queue.overflow-300",
	.source = "Go 1.19 proc.go: runqputslow, findRunnable",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	order_spawn(300, 2);
	EXPECT_STR(order_text(),
		"300 129-187 1 188-247 2 248-256 258-299 3-128 257");
}
