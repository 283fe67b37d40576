#include "blocked.h"
#include "thread.h"

enum { PARKED = 500, BLOCKED = 20 };

static atomic_int parked, inside;
static struct go_wg gate = {.n = 1}, ended = {.n = BLOCKED};

static void waiter(void *unused)
{
	parked++;
	go_wg_wait(&gate);
}

static void reader(void *unused)
{
	inside++;
	blocked_read();
	go_wg_done(&ended);
}

CHECK("a G that waits holds no thread, one that blocks in the kernel holds one",
	.clause = "run.parked-cost-no-thread",
	.source = "Go 1.19 proc.go: gopark, entersyscall", .needs = RT_BLOCKING)
{
	int before = thread_count();

	blocked_open();
	spawn_n(PARKED, waiter);
	until(parked == PARKED);
	/* an M is made when one is wanted just as others go to sleep */
	EXPECT_LE(thread_count() - before, suite_procs() + 1);
	spawn_n(BLOCKED, reader);
	until(inside == BLOCKED);
	/* each has an M of its own, some of which were there already */
	EXPECT_GE(thread_count(), BLOCKED);
	for (int i = 0; i < BLOCKED; i++)
		blocked_release();
	go_wg_wait(&ended);
	go_wg_done(&gate);
	until(go_num_goroutine() == 1);
}
