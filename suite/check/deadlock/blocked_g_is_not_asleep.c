#include "../run/blocked.h"

static struct go_wg wg = {.n = 1};

static void sleeper(void *unused)
{
	rt_block_enter();
	usleep(100000);
	rt_block_exit();
	go_wg_done(&wg);
}

CHECK("no deadlock is reported while a G is in the kernel: it may come back",
	.clause = "deadlock.syscall-suspends",
	.source = "Go 1.19 proc.go: checkdead", .needs = RT_BLOCKING)
{
	rt_spawn(sleeper, NULL);
	go_wg_wait(&wg);
	EXPECT_EQ(wg.n, 0);
}
