#include <sys/syscall.h>

#include "suite.h"

BENCH("enter the kernel and leave it: getpid", .unit = "call", .procs = 1)
{
	long pid = getpid();
	uint64_t right = 0;

	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		right += syscall(SYS_getpid) == pid;
	lap_stop(lap);
	lap_did(lap, right);
}
