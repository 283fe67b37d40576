#include "suite.h"

static void sleeper(void *unused)
{
	rt_block_enter();
	usleep(20000);
	rt_block_exit();
}

CHECK("when the last G comes back from the kernel and ends, the deadlock is "
      "said",
	.clause = "deadlock.syscall-suspends",
	.source = "Go 1.19 proc.go: checkdead", .needs = RT_BLOCKING, .dies = 2,
	.says = "fatal error: all goroutines are asleep - deadlock!")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(sleeper, NULL);
	go_wg_wait(&wg);
}
