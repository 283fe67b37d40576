#include "suite.h"

enum { ROUNDS = 100, GS = 20 };

static struct go_wg wg;
static atomic_int ran;

static void worker(void *unused)
{
	go_defer(go_wg_done, &wg);
	ran++;
}

CHECK("a group that has been waited for counts anew", .clause = "sync.wg-reuse",
	.source = "Go 1.19 waitgroup.go: Wait")
{
	for (int round = 1; round <= ROUNDS; round++) {
		go_wg_add(&wg, GS);
		spawn_n(GS, worker);
		go_wg_wait(&wg);
		EXPECT_EQ(ran, round * GS);
	}
	until(go_num_goroutine() == 1);
}
