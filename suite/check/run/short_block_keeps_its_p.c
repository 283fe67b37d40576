#include <sys/syscall.h>

#include "suite.h"

enum { CALLS = 200 / SUITE_SCALE, TRIES = 20 };

static bool other_ran;

static void other(void *unused)
{
	other_ran = true;
}

/* the kernel may take the CPU from us in the middle of a call, and then it is not
 * short; but not each time */
CHECK("a short call into the kernel keeps the P: nobody else comes to run",
	.clause = "run.short-syscall-keeps-p",
	.source = "Go 1.19 proc.go: exitsyscallfast", .needs = RT_BLOCKING,
	.procs = 1)
{
	int kept = 0;

	for (int i = 0; i < TRIES; i++) {
		other_ran = false;
		rt_spawn(other, NULL);
		for (int call = 0; call < CALLS; call++) {
			rt_block_enter();
			syscall(SYS_getppid);
			rt_block_exit();
		}
		kept += !other_ran;
		until(other_ran);
	}
	EXPECT_GE(kept, 1);
}
