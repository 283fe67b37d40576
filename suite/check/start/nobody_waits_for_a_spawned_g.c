#include "suite.h"

static void must_not_run(void *unused)
{
	_exit(7);
}

CHECK("a G that nobody waits for may never run, when the first G returns "
      "before",
	.clause = "start.may-never-run", .source = "Go spec: Program execution",
	.procs = 1, .leaves = 100)
{
	for (int i = 0; i < 100; i++)
		EXPECT(rt_spawn(must_not_run, NULL) != 0);
}
