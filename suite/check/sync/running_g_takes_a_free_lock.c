#include "suite.h"

static struct go_mutex m;
static struct go_wg wg = {.n = 3};

static void locker(void *i)
{
	go_lock(&m);
	note("L%d", (int)(intptr_t)i);
	go_unlock(&m);
	go_wg_done(&wg);
}

CHECK("a G that runs may lock again before the one just woken, which stays "
      "first in line",
	.clause = "sync.mutex-barging", .source = "Go 1.19 mutex.go: lockSlow",
	.procs = 1)
{
	go_lock(&m);
	for (intptr_t i = 1; i <= 3; i++) {
		rt_spawn(locker, (void *)i);
		rt_yield();
	}
	go_unlock(&m);
	EXPECT(go_trylock(&m));
	rt_yield();
	note("main");
	go_unlock(&m);
	go_wg_wait(&wg);
	EXPECT_NOTES("main L1 L2 L3");
}
