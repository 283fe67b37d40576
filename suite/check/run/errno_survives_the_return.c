#include "blocked.h"

enum { ROUNDS = 50 };

static atomic_int lost, moved, ended;

static __attribute__((noinline)) int fresh_errno(void)
{
	return errno;
}

static void blocker(void *unused)
{
	for (int i = 0; i < ROUNDS; i++) {
		pid_t before = gettid();

		rt_block_enter();
		usleep(200);
		errno = EBADF;
		rt_block_exit();
		lost += fresh_errno() != EBADF;
		moved += gettid() != before;
	}
	ended = 1;
}

CHECK("errno of the call that blocked is still there after the return",
	.clause = "run.syscall-errno",
	.source = "Go 1.19 asm_linux_amd64.s: Syscall returns errno",
	.needs = RT_BLOCKING)
{
	rt_spawn(blocker, NULL);
	until(ended);
	EXPECT_EQ(lost, 0);
	witness("returns", ROUNDS, ROUNDS);
}
