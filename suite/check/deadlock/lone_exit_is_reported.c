#include "suite.h"

CHECK("when the first G leaves by go_exit and there is no other, that is a "
      "deadlock",
	.clause = "deadlock.no-goroutines",
	.source = "Go 1.19 crash_test.go: TestGoexitDeadlock", .dies = 2,
	.says = "fatal error: no goroutines (main called runtime.Goexit) - "
		"deadlock!")
{
	go_exit();
}
