#include "suite.h"

CHECK("to ready a G that runs ends the process",
	.clause = "block.ready-nonwaiting-fatal",
	.source = "Go 1.19 proc.go: ready", .dies = 2,
	.says = "fatal error: bad g->status in ready")
{
	rt_ready(rt_self());
}
