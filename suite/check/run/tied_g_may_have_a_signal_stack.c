#include <signal.h>
#include <sys/mman.h>

#include "thread.h"

enum { SIZE = 65536 };

static char *mine;
static pid_t thread;

static void tied(void *unused)
{
	rt_lock_thread();
	thread = gettid();
	sigaltstack(&(stack_t){.ss_sp = mine, .ss_size = SIZE}, NULL);
}

CHECK("the signal stack that a tied G gave its thread outlives the two",
	.clause = "run.thread-is-its-own",
	.source = "Go 1.19 signal_unix.go: unminitSignals",
	.needs = RT_LOCK_THREAD, .procs = 1)
{
	mine = mmap(NULL, SIZE, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (mine == MAP_FAILED)
		abort();
	mine[0] = 1;
	rt_spawn(tied, NULL);
	until(thread && !thread_exists(thread));
	EXPECT_EQ(mincore(mine, SIZE, &(unsigned char[SIZE / 4096]){0}[0]), 0);
	EXPECT_EQ(mine[0], 1);
}
