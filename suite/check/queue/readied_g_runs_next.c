#include "park.h"

CHECK("a readied G overtakes all that are queued, and runs when its waker "
      "stops",
	.clause = "queue.ready-is-runnext", .source = "Go 1.19 proc.go: ready",
	.procs = 1, .needs = RT_RUNNEXT)
{
	rt_yield();
	park_n(1);
	spawn_n(3, note_number);
	rt_ready(parked[1]);
	note("main");
	rt_yield();
	note("back");
	EXPECT_NOTES("main g1 s1 s2 s3 back");
}
