#include "suite.h"

CHECK("a blocking section cannot be entered in another one",
	.clause = "run.sections-nest-not",
	.source = "rt_optional.h: rt_block_enter; Go 1.19 proc.go: "
		  "reentersyscall",
	.needs = RT_BLOCKING, .dies = 2,
	.says = "fatal error: rt_block_enter without a P")
{
	rt_block_enter();
	rt_block_enter();
}
