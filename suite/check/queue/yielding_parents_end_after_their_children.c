#include "suite.h"

static struct go_wg wg = {.n = 7};

/* nodes are numbered as in a heap: the children of i are 2i and 2i + 1 */
static void node(void *i)
{
	static const char *name[] = {
		"", "r", "r0", "r1", "r00", "r01", "r10", "r11"};
	intptr_t n = (intptr_t)i;

	note("+%s", name[n]);
	if (n < 4) {
		rt_spawn(node, (void *)(2 * n));
		rt_spawn(node, (void *)(2 * n + 1));
		rt_yield();
	}
	note("-%s", name[n]);
	go_wg_done(&wg);
}

CHECK("a tree whose nodes yield is entered newest child first, and left in "
      "turn",
	.clause = "queue.tree-order",
	.source = "Go 1.19 proc.go: runqput, goschedImpl", .procs = 1,
	.needs = RT_RUNNEXT | RT_RING)
{
	rt_yield();
	rt_spawn(node, (void *)1);
	go_wg_wait(&wg);
	EXPECT_NOTES("+r +r1 +r11 -r11 +r0 +r01 -r01 +r10 -r10 +r00 -r00 "
		     "-r -r1 -r0");
}
