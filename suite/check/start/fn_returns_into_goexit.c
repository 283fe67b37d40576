#include "suite.h"

static const char *back;

static void child(void *done)
{
	back = __builtin_return_address(0);
	go_wg_done(done);
}

CHECK("fn looks as if it had been called from within goexit, one instruction "
      "in",
	.clause = "start.entry-returns-to-goexit",
	.source = "Go 1.19 proc.go: newproc1; asm_amd64.s: goexit")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(child, &wg);
	go_wg_wait(&wg);
	EXPECT(back > __start_rt_goexit);
	EXPECT(back - 1 >= __start_rt_goexit);
	EXPECT(back < __stop_rt_goexit);
}
