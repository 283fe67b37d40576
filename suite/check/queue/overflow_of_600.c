#include "order.h"

CHECK("600 Gs overflow three times and come back by batches of 128 and by "
      "ticks",
	.clause = "queue.overflow-600",
	.source = "Go 1.19 proc.go: runqputslow, globrunqget",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	order_spawn(600, 2);
	EXPECT_STR(order_text(),
		"600 387-445 1 446-505 2 506-514 516-566 3 567-599 4-30 131 "
		"31-90 132 91-128 257 129-130 133-151 261 152-211 262 212-256 "
		"386 258-260 263-385 515");
}
