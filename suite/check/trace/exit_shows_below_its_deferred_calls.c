#include "suite.h"

static void note_callers(void *unused)
{
	struct go_frame f;

	for (int skip = 0; skip < 16 && go_caller(skip, &f); skip++)
		note("%s",
			strstr(f.function, "goexit") ? "goexit" : f.function);
}

static __attribute__((noinline)) void leaver(void)
{
	go_defer(note_callers, NULL);
	go_exit();
}

static void worker(void *wg)
{
	go_defer(go_wg_done, wg);
	leaver();
}

CHECK("what go_exit runs has go_exit below it, then those who called go_exit",
	.clause = "trace.goexit-call-frame",
	.source = "Go 1.19 panic.go: Goexit")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_HAS(notes(), "note_callers ");
	EXPECT_HAS(notes(), " go_exit leaver worker goexit");
}
