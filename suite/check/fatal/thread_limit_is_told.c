#include "suite.h"

enum { LIMIT = 8 };

/* each has a thread for itself */
static void sleeper(void *unused)
{
	rt_lock_thread();
	rt_park(NULL, NULL, "check");
}

CHECK("a thread more than the limit is fatal, and the limit is told",
	.clause = "fatal.thread-limit",
	.source = "Go 1.19 proc.go: checkmcount; crash_test.go: "
		  "TestThreadExhaustion",
	.needs = RT_MAX_THREADS | RT_LOCK_THREAD, .procs = 1, .dies = 2,
	.says = "runtime: program exceeds 8-thread limit\n"
		"fatal error: thread exhaustion\n\n")
{
	rt_set_max_threads(LIMIT);
	for (int i = 0; i < LIMIT; i++) {
		rt_spawn(sleeper, NULL);
		rt_yield();
	}
	until(false);
}
