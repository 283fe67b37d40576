#include "blocked.h"

static G *reader_g;
static struct go_wg wg = {.n = 4};

static void reader(void *unused)
{
	reader_g = rt_self();
	blocked_read();
	note("reader");
	go_wg_done(&wg);
}

static void sibling(void *i)
{
	note("s%d", (int)(intptr_t)i);
	go_wg_done(&wg);
}

CHECK("a G that comes back and finds no idle P goes to the tail of the global "
      "queue",
	.clause = "queue.syscall-return-global-tail",
	.source = "Go 1.19 proc.go: exitsyscall0",
	.needs = RT_BLOCKING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	blocked_open();
	rt_spawn(reader, NULL);
	rt_yield();
	align_tick(2); /* no 61st tick in what follows */
	blocked_release();
	await_status(reader_g, "runnable"); /* and we keep the P meanwhile */
	spawn_n(3, sibling);
	go_wg_wait(&wg);
	EXPECT_NOTES("s3 s1 s2 reader");
}
