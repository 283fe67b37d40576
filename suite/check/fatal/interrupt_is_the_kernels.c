#include <signal.h>

#include "suite.h"

CHECK("SIGINT ends the process by that signal, as it does any other",
	.clause = "fatal.signals", .source = "Go 1.19 sigtab_linux_generic.go",
	.dies = 128 + SIGINT)
{
	raise(SIGINT);
}
