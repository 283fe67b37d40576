#include "blocked.h"

enum { CHILDREN = 100 };

static atomic_int ran;
static struct go_wg wg = {.n = 1};

static void child(void *unused)
{
	if (++ran == CHILDREN)
		blocked_release();
}

/* who releases it is in its own queue */
static void reader(void *unused)
{
	spawn_n(CHILDREN, child);
	blocked_read();
	go_wg_done(&wg);
}

CHECK("Gs queued on the P of a G that blocks run: its P is taken with them",
	.clause = "run.retake-takes-the-queue",
	.source = "Go 1.19 proc.go: retake, handoffp", .needs = RT_BLOCKING)
{
	blocked_open();
	rt_spawn(reader, NULL);
	go_wg_wait(&wg);
	EXPECT_EQ(ran, CHILDREN);
}
