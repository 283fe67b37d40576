#include "order.h"

CHECK("of N Gs spawned before the spawner blocks the last runs first, then 1 "
      "to N-1",
	.clause = "queue.lifo1-then-fifo",
	.source = "Go 1.19 proc.go: runqput, runqget", .procs = 1,
	.needs = RT_RUNNEXT | RT_ORDER)
{
	order_spawn(1, -1);
	EXPECT_STR(order_text(), "1");
	order_spawn(2, -1);
	EXPECT_STR(order_text(), "2 1");
	for (int n = 3; n < 250; n += 41) {
		char want[32];

		order_spawn(n, -1);
		snprintf(want, sizeof(want), "%d 1-%d", n, n - 1);
		EXPECT_STR(order_text(), want);
	}
}
