#include "suite.h"

enum { TURNS = 200, OTHERS = 8 };

static atomic_int moved, guests;
static _Atomic pid_t its_thread;
static struct go_wg wg = {.n = 1 + OTHERS};

static void locked(void *unused)
{
	rt_lock_thread();
	its_thread = gettid();
	for (int i = 0; i < TURNS; i++) {
		rt_yield();
		moved += gettid() != its_thread;
	}
	its_thread = 0;
	rt_unlock_thread();
	go_wg_done(&wg);
}

static void other(void *unused)
{
	for (int i = 0; i < TURNS; i++) {
		guests += gettid() == its_thread;
		rt_yield();
	}
	go_wg_done(&wg);
}

CHECK("a G that is tied to a thread runs there alone, and nobody else does",
	.clause = "run.lock-thread-identity",
	.source = "Go 1.19 proc.go: LockOSThread, stoplockedm, startlockedm",
	.needs = RT_LOCK_THREAD)
{
	spawn_n(OTHERS, other);
	rt_spawn(locked, NULL);
	go_wg_wait(&wg);
	EXPECT_EQ(moved, 0);
	EXPECT_EQ(guests, 0);
}
