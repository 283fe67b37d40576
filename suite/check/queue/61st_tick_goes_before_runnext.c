#include "order.h"

CHECK("on a 61st tick even runnext waits for one G of the global queue",
	.clause = "queue.tick61-beats-runnext",
	.source = "Go 1.19 proc.go: findRunnable",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	order_spawn(300, 0);
	EXPECT_STR(order_text(), "1 300 129-188 2 189-248 3 249-256 258-299 "
				 "4-128 257");
}
