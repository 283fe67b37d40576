#include "suite.h"

static struct go_wg wg = {.n = 7};

static void sibling(void *unused)
{
	note("sib");
	go_wg_done(&wg);
}

static void chain(void *i)
{
	intptr_t n = (intptr_t)i;

	note("L%d", (int)n);
	if (n < 5)
		rt_spawn(chain, (void *)(n + 1));
	go_wg_done(&wg);
}

CHECK("a G that spawns its successor and ends hands on at once: a chain "
      "overtakes",
	.clause = "queue.chain-before-siblings",
	.source = "Go 1.19 proc.go: runqput, runqget", .procs = 1,
	.needs = RT_RUNNEXT)
{
	rt_spawn(sibling, NULL);
	rt_spawn(chain, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("L0 L1 L2 L3 L4 L5 sib");
}
