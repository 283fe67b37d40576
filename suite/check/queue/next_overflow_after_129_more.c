#include "order.h"

CHECK("after an overflow the ring has room for 128: the next comes 129 spawns "
      "later",
	.clause = "queue.next-overflow-after-129",
	.source = "Go 1.19 proc.go: runqputslow",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	order_spawn(386, 2);
	EXPECT_STR(order_text(), "386 129-187 1 188-247 2 248-256 258-308 3 "
				 "309-368 4 369-385 5-128 257");
	order_spawn(387, 2);
	EXPECT_STR(order_text(), "387 258-316 1 317-376 2 377-385 3-53 130 "
				 "54-113 131 114-128 257 129 132-256 386");
}
