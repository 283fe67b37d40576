#include "../steal/spin.h"

static atomic_bool began, over;

static void hog(void *unused)
{
	began = true;
	while (!atomic_load_explicit(&over, memory_order_relaxed))
		;
}

CHECK("a loop without calls gives way: who has yielded to it comes back",
	.clause = "run.async-preempt",
	.source = "Go 1.19 preempt.go: asyncPreempt; proc.go: sysmon",
	.needs = RT_PREEMPT)
{
	for (int i = 0; i < suite_procs(); i++)
		rt_spawn(hog, NULL);
	until(began);
	over = true;
	EXPECT(began);
}
