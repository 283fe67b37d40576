#include "suite.h"

static atomic_bool over;
static struct go_wg wg = {.n = 4};

static void hog(void *unused)
{
	note("hog");
	while (!over)
		;
	note("hog-again");
	go_wg_done(&wg);
}

static void sibling(void *i)
{
	note("s%d", (int)(intptr_t)i);
	if ((intptr_t)i == 2)
		over = true;
	go_wg_done(&wg);
}

CHECK("a G that is made to give way runs again after all that are queued",
	.clause = "queue.preempted-global-tail",
	.source = "Go 1.19 proc.go: gopreempt_m, goschedImpl",
	.needs = RT_PREEMPT | RT_RUNNEXT, .procs = 1)
{
	rt_spawn(sibling, (void *)1);
	rt_spawn(sibling, (void *)2);
	rt_spawn(sibling, (void *)3);
	rt_spawn(hog, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("hog s1 s2 s3 hog-again");
}
