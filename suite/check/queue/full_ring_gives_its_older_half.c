#include "order.h"

CHECK("a full ring gives its 128 oldest Gs and the newcomer to the global "
      "queue",
	.clause = "queue.overflow-half",
	.source = "Go 1.19 proc.go: runqputslow",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	order_spawn(258, 2);
	EXPECT_STR(order_text(), "258 129-187 1 188-247 2 248-256 3-128 257");
}
