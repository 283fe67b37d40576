#include "blocked.h"

enum { BLOCKED = 40, OTHERS = 500 };

static atomic_int inside, ran;
static struct go_wg wg = {.n = BLOCKED};

static void reader(void *unused)
{
	inside++;
	blocked_read();
	go_wg_done(&wg);
}

static void other(void *unused)
{
	ran++;
}

CHECK("more Gs block in the kernel than there are Ps, and all others still run",
	.clause = "run.syscall-handoff",
	.source = "Go 1.19 proc.go: entersyscall, retake, handoffp",
	.needs = RT_BLOCKING)
{
	blocked_open();
	spawn_n(BLOCKED, reader);
	until(inside == BLOCKED);
	spawn_n(OTHERS, other);
	until(ran == OTHERS);
	EXPECT_EQ(wg.n, BLOCKED);
	for (int i = 0; i < BLOCKED; i++)
		blocked_release();
	go_wg_wait(&wg);
}
