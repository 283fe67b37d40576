#include "../panic-recover/rescue.h"

static struct go_wg panicking = {.n = 1}, never = {.n = 1};

static void blocks(void *unused)
{
	go_wg_done(&panicking);
	go_wg_wait(&never);
}

static void worker(void *unused)
{
	go_defer(blocks, NULL);
	go_panic("P");
}

CHECK("when the first G returns while what a panic runs is blocked, the "
      "process "
      "ends, with 0",
	.clause = "exit.main-return-vs-panicking",
	.source = "Go 1.19 proc.go: main", .leaves = 1)
{
	rt_spawn(worker, NULL);
	go_wg_wait(&panicking);
	EXPECT_EQ(go_num_goroutine(), 2);
}
