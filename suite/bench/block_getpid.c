#include <sys/syscall.h>

#include "suite.h"

BENCH("a short call into the kernel, getpid, as one that might block",
	.unit = "call", .limit = "limit/getpid_syscall", .needs = RT_BLOCKING,
	.procs = 1)
{
	long pid = getpid();
	uint64_t right = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++) {
		rt_block_enter();
		right += syscall(SYS_getpid) == pid;
		rt_block_exit();
	}
	lap_stop(lap);
	lap_did(lap, right);
}
