#include "suite.h"

static char trace[8192];
static atomic_bool go_on;
static struct go_wg wg = {.n = 1};

static void child(void *unused)
{
	until(go_on);
	go_stack(trace, sizeof(trace), false);
	go_wg_done(&wg);
}

static void short_lived(void *unused)
{
	rt_spawn(child, NULL);
}

CHECK("a trace names the function that spawned its G after that one's G is "
      "gone",
	.clause = "trace.created-by-dead-parent",
	.source = "Go 1.19 runtime2.go: g.gopc")
{
	rt_spawn(short_lived, NULL);
	until(go_num_goroutine() == 2);
	go_on = true;
	go_wg_wait(&wg);
	EXPECT_HAS(trace, "created by short_lived\n");
}
