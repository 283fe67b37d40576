#include "suite.h"

static struct go_wg gate = {.n = 1};
static atomic_int ended;

static void waiter(void *unused)
{
	go_wg_wait(&gate);
	ended++;
}

static bool is_waiting(G *g, void *n)
{
	if (strcmp(rt_status(g), "waiting") == 0)
		++*(int *)n;
	return true;
}

static int waiting(void)
{
	int n = 0;

	rt_each(is_waiting, &n);
	return n;
}

CHECK("a G that waits is still counted as live",
	.clause = "block.counted-while-blocked",
	.source = "Go 1.19 proc.go: gcount")
{
	spawn_n(50, waiter);
	until(waiting() == 50);
	EXPECT_EQ(go_num_goroutine(), 51);
	go_wg_done(&gate);
	until(ended == 50);
	until(go_num_goroutine() == 1);
}
