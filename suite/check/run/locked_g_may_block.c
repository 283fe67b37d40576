#include "blocked.h"

enum { ROUNDS = 50 };

static atomic_int moved;
static atomic_bool over;
static struct go_wg wg = {.n = 2};

static void locked(void *unused)
{
	pid_t here;

	rt_lock_thread();
	here = gettid();
	for (int i = 0; i < ROUNDS; i++) {
		rt_block_enter();
		usleep(100);
		rt_block_exit();
		moved += gettid() != here;
	}
	rt_unlock_thread();
	over = true;
	go_wg_done(&wg);
}

static void busy(void *unused)
{
	until(over);
	go_wg_done(&wg);
}

CHECK("a tied G that blocks in the kernel comes back on its own thread",
	.clause = "run.lock-thread-identity",
	.source = "Go 1.19 proc.go: LockOSThread, exitsyscall0",
	.needs = RT_LOCK_THREAD | RT_BLOCKING)
{
	rt_spawn(locked, NULL);
	rt_spawn(busy, NULL);
	go_wg_wait(&wg);
	EXPECT_EQ(moved, 0);
}
