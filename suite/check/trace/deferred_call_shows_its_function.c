#include "suite.h"

static void note_callers(void *unused)
{
	struct go_frame f;

	for (int skip = 0; skip < 8 && go_caller(skip, &f); skip++)
		note("%s",
			strstr(f.function, "goexit") ? "goexit" : f.function);
}

static __attribute__((noinline)) void returns(void)
{
	go_defer(note_callers, NULL);
	note("body");
}

static void worker(void *wg)
{
	returns();
	go_wg_done(wg);
}

CHECK("a deferred call shows as called by the function that deferred it",
	.clause = "trace.deferred-caller-line",
	.source = "Go 1.19 panic.go: deferreturn; test/fixedbugs/issue5856.go")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_NOTES("body note_callers returns worker goexit");
}
