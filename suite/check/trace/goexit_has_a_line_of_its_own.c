#include "suite.h"

static void worker(void *wg)
{
	struct go_frame here, last, past;

	EXPECT(go_caller(0, &here));
	EXPECT(go_caller(1, &last));
	EXPECT(!go_caller(2, &past));
	EXPECT((char *)last.entry >= __start_rt_goexit);
	EXPECT((char *)last.entry < __stop_rt_goexit);
	EXPECT(strcmp(last.function, "?") != 0);
	EXPECT(strcmp(last.file, here.file) != 0);
	EXPECT_GE(last.line, 1);
	go_wg_done(wg);
}

CHECK("goexit is shown with its name, its file and a line in its code",
	.clause = "trace.goexit-nop-line",
	.source = "Go 1.19 asm_amd64.s: goexit; symtab.go: Frames.Next")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
}
