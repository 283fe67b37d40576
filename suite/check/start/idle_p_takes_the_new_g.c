#include <sched.h>

#include "suite.h"

static atomic_int ran_on = -1;

static void child(void *unused)
{
	ran_on = rt_proc();
}

CHECK("a spawn wakes an idle P, so a G runs though its spawner never stops",
	.clause = "start.wakes-idle-p",
	.source = "Go 1.19 proc.go: newproc, wakep",
	.needs = RT_STEAL | RT_PARALLEL, .min_procs = 2)
{
	for (int i = 0; i < 100; i++) {
		ran_on = -1;
		rt_spawn(child, NULL);
		while (ran_on < 0)
			sched_yield();
		EXPECT_NE(ran_on, rt_proc());
	}
	witness("Gs run elsewhere", 100, 100);
}
