#include "suite.h"

enum { N = 2000 };

static struct go_wg wg;
static uint64_t last;

static void child(void *unused)
{
	EXPECT(rt_self()->id > 1);
	go_wg_done(&wg);
}

CHECK("on one P ids rise in the order of the spawns, whoever spawns",
	.clause = "start.id-batch-16", .source = "Go 1.19 proc.go: newproc1",
	.procs = 1)
{
	for (int i = 0; i < N; i++) {
		go_wg_add(&wg, 1);
		uint64_t id = rt_spawn(child, NULL);

		EXPECT(id > last);
		last = id;
		if (suite_random() % 4 == 0)
			go_wg_wait(&wg);
	}
	go_wg_wait(&wg);
	EXPECT_LE(last, N + 1 + 16);
}
