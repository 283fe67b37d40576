#include "suite.h"

static struct go_mutex m;
static struct go_wg wg = {.n = 4};

static void locker(void *i)
{
	go_lock(&m);
	note("L%d", (int)(intptr_t)i);
	go_unlock(&m);
	note("U%d", (int)(intptr_t)i);
	go_wg_done(&wg);
}

CHECK("Gs that wait for a mutex get it in the order they came",
	.clause = "sync.mutex-fifo",
	.source = "Go 1.19 mutex.go: lockSlow, unlockSlow", .procs = 1)
{
	go_lock(&m);
	for (intptr_t i = 1; i <= 4; i++) {
		rt_spawn(locker, (void *)i);
		rt_yield();
	}
	go_unlock(&m);
	note("main");
	go_wg_wait(&wg);
	EXPECT_NOTES("main L1 U1 L2 U2 L3 U3 L4 U4");
}
