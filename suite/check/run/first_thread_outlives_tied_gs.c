#include "thread.h"

enum { N = 40 };

static atomic_int ended;
static atomic_int on_first;

static void leaver(void *unused)
{
	rt_lock_thread();
	on_first += gettid() == getpid();
	ended++;
}

CHECK("the first thread of the process is there whatever Gs exit while tied",
	.clause = "run.lock-exit-main-thread",
	.source = "Go 1.19 proc.go: mexit", .needs = RT_LOCK_THREAD)
{
	int before = thread_count();

	for (int i = 1; i <= N; i++) {
		rt_spawn(leaver, NULL);
		until(ended == i);
	}
	until(thread_count() <= before + suite_procs() + 1);
	EXPECT(thread_exists(getpid()));
}
