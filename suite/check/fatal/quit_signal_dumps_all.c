#include <signal.h>

#include "suite.h"

CHECK("SIGQUIT dumps every G and ends the process with 2",
	.clause = "fatal.signals",
	.source = "Go 1.19 signal_unix.go: sighandler; crash_unix_test.go: "
		  "TestSignalExitStatus",
	.dies = 2, .says = "SIGQUIT: quit\n\ngoroutine 1 [running]:")
{
	raise(SIGQUIT);
}
