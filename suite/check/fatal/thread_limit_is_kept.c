#include "../run/thread.h"

enum { LIMIT = 8, ROUNDS = 50 };

static _Atomic pid_t tid;

/* takes its thread along */
static void leaver(void *unused)
{
	rt_lock_thread();
	tid = gettid();
}

CHECK("as many threads as the limit may be there, and those that ended count "
      "no "
      "more",
	.clause = "fatal.thread-limit",
	.source = "Go 1.19 proc.go: checkmcount, mcount",
	.needs = RT_MAX_THREADS | RT_LOCK_THREAD, .procs = 1)
{
	EXPECT_EQ(rt_set_max_threads(LIMIT), 10000);
	for (int i = 0; i < ROUNDS; i++) {
		tid = 0;
		rt_spawn(leaver, NULL);
		until(tid);
		until(!thread_exists(tid));
	}
	EXPECT_EQ(rt_set_max_threads(10000), LIMIT);
}
