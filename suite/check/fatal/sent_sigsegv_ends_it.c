#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "suite.h"

CHECK("a SIGSEGV that somebody sends ends the process at once",
	.clause = "fatal.sent-signal",
	.source = "Go 1.19 signal_unix.go: sighandler", .procs = 1)
{
	int status = 0;
	pid_t child;

	/* a sanitizer's child may have one that names its frames */
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	child = fork();

	if (child == 0) {
		raise(SIGSEGV);
		_exit(0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		abort();
	while (wait(NULL) > 0)
		;
	EXPECT_NE(status, 0);
}
