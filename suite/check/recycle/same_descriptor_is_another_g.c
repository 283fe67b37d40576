#include "suite.h"

enum { LIVES = 50 };

static struct go_wg wg;
static G *descriptor;
static uint64_t id;

static void worker(void *unused)
{
	descriptor = rt_self();
	id = descriptor->id;
	go_wg_done(&wg);
}

CHECK("a descriptor may be another G's by now: an id tells, an address does "
      "not",
	.clause = "recycle.stale-handle",
	.source = "Go 1.19 proc.go: gfget, newproc1", .needs = RT_RECYCLE,
	.procs = 1)
{
	int again = 0;

	for (int i = 0; i < LIVES; i++) {
		G *stale = descriptor;
		uint64_t before = id;

		go_wg_add(&wg, 1);
		uint64_t new = rt_spawn(worker, NULL);

		go_wg_wait(&wg);
		again += descriptor == stale;
		EXPECT_EQ(id, new);
		EXPECT_NE(id, before);
		EXPECT_STR(rt_status(descriptor), "dead");
	}
	witness("lives of one descriptor", again, LIVES - 1);
}
