#include "park.h"

CHECK("runnext holds one: what is readied kicks what was spawned behind the "
      "ring",
	.clause = "queue.ready-kicks-spawned",
	.source = "Go 1.19 proc.go: runqput", .procs = 1, .needs = RT_RUNNEXT)
{
	rt_yield();
	park_n(1);
	spawn_n(2, note_number);
	rt_ready(parked[1]);
	rt_yield();
	EXPECT_NOTES("g1 s1 s2");
	notes_clear();

	park_n(1);
	rt_ready(parked[1]);
	spawn_n(2, note_number);
	rt_yield();
	EXPECT_NOTES("s2 g1 s1");
}
