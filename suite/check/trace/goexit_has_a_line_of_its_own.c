#include "suite.h"

static void worker(void *wg)
{
	struct go_frame here, last, first, past;
	void *goexit = (void *)__start_rt_goexit;

	EXPECT(go_caller(0, &here));
	EXPECT(go_caller(1, &last));
	EXPECT(!go_caller(2, &past));
	go_symbol((char *)goexit + 1, &first); /* its first instruction */
	EXPECT_STR(last.function, first.function);
	EXPECT_STR(last.file, first.file);
	EXPECT(strcmp(last.file, here.file) != 0);
	EXPECT_GE(last.line, first.line);
	EXPECT_LE(last.line, first.line + 16);
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
