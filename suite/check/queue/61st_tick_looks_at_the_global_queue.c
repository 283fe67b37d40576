#include "order.h"

CHECK("on every 61st tick one G of the global queue goes before the ring",
	.clause = "queue.tick61", .source = "Go 1.19 proc.go: findRunnable",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	order_spawn(300, 60);
	EXPECT_STR(order_text(), "300 129 1 130-189 2 190-249 3 250-256 "
				 "258-299 4-128 257");
	order_spawn(300, 1);
	EXPECT_STR(order_text(), "300 129-188 1 189-248 2 249-256 258-299 "
				 "3-128 257");
}
