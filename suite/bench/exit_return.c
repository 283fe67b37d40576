#include "leave.h"

static void work(void *wg)
{
	go_defer(leave, wg);
}

BENCH("spawn a G that defers one call and returns, wait for the call",
	.unit = "exit", .limit = "limit/switch_asm", .procs = 1, .live = 1)
{
	leave_one_by_one(lap, work);
}
