#include "suite.h"

static struct go_wg gate = {.n = 1};

static void child(void *unused)
{
	go_wg_wait(&gate);
}

CHECK("a G is counted as live from the spawn on, before it has run",
	.clause = "start.counted-at-spawn",
	.source = "Go 1.19 proc.go: newproc1, gcount")
{
	EXPECT_EQ(go_num_goroutine(), 1);
	for (int i = 0; i < 3; i++) {
		rt_spawn(child, NULL);
		EXPECT_EQ(go_num_goroutine(), i + 2);
	}
	go_wg_done(&gate);
	until(go_num_goroutine() == 1);
}
