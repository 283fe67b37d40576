#include "suite.h"

CHECK("a blocking section that was not entered cannot be left",
	.clause = "run.sections-nest-not",
	.source = "rt_optional.h: rt_block_exit; Go 1.19 proc.go: exitsyscall",
	.needs = RT_BLOCKING, .dies = 2,
	.says = "fatal error: rt_block_exit outside of a blocking section")
{
	rt_block_enter();
	rt_block_exit();
	rt_block_exit();
}
