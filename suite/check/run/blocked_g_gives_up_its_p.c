#include "blocked.h"

static struct go_wg wg = {.n = 1};

static void reader(void *unused)
{
	note("reads");
	blocked_read();
	note("has-read");
	go_wg_done(&wg);
}

CHECK("while a G blocks in the kernel others run on its P, were it the only "
      "one",
	.clause = "run.syscall-handoff",
	.source = "Go 1.19 proc.go: entersyscall, retake, handoffp",
	.needs = RT_BLOCKING, .procs = 1)
{
	blocked_open();
	rt_spawn(reader, NULL);
	rt_yield(); /* comes back although the reader waits for us */
	note("main");
	blocked_release();
	go_wg_wait(&wg);
	EXPECT_NOTES("reads main has-read");
}
