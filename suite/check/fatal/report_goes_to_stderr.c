#include <fcntl.h>

#include "suite.h"

CHECK("a fatal error is told on stderr alone: with stdout closed it is told "
      "all the same",
	.clause = "fatal.stderr-only",
	.source = "Go 1.19 write_err.go: writeErr", .dies = 2,
	.says = "fatal error: check\n\ngoroutine 1 [running]:")
{
	close(STDOUT_FILENO);
	go_fatal("check");
}
