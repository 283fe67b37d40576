#include "suite.h"

static void must_not_run(void *unused)
{
	_exit(7);
}

CHECK("to spawn NULL ends the process in the spawner and runs nothing deferred",
	.clause = "start.nil-func-fatal", .source = "Go 1.19 proc.go: newproc1",
	.dies = 2, .says = "fatal error: go of nil func value")
{
	go_defer(must_not_run, NULL);
	rt_spawn(NULL, NULL);
}
