#include "order.h"

CHECK("a ring overflows at the 258th G and then at every 129th",
	.clause = "queue.next-overflow-after-129",
	.source = "Go 1.19 proc.go: runqputslow",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	static const int n[] = {257, 258, 386, 387, 515, 516, 645};

	for (size_t i = 0; i < sizeof(n) / sizeof(*n); i++) {
		int64_t before = rt_stat("overflows");

		order_spawn(n[i], -1);
		note("%d:%d", n[i], (int)(rt_stat("overflows") - before));
	}
	EXPECT_NOTES("257:0 258:1 386:1 387:2 515:2 516:3 645:4");
}
