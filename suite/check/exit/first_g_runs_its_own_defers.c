#include "suite.h"

/* the suite waits for this one's return: it says how the process ends */
static void quits(void *unused)
{
	exit(4);
}

CHECK("what the first G has deferred runs when it returns, before the process "
      "ends",
	.clause = "exit.main-own-defers", .source = "Go spec: Defer statements",
	.dies = 4)
{
	go_defer(quits, NULL);
}
