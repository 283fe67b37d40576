#include "suite.h"

#define WHILE_NS INT64_C(300000000)

static atomic_bool over;
static atomic_int dumps;
static struct go_wg wg = {.n = 1};

static void child(void *unused)
{
	rt_yield();
}

static void dumper(void *unused)
{
	static char text[1 << 16];

	while (!over) {
		go_stack(text, sizeof(text), true);
		dumps++;
	}
	go_wg_done(&wg);
}

CHECK("all stacks can be shown while Gs start, stop and end beside it",
	.clause = "trace.any-moment",
	.source = "Go 1.19 mprof.go: Stack, which stops the world for it",
	.min_procs = 2, .needs = RT_PARALLEL)
{
	int64_t begin = go_now();

	rt_spawn(dumper, NULL);
	while (go_now() - begin < WHILE_NS) {
		for (int i = 0; i < 100; i++)
			rt_spawn(child, NULL);
		for (int i = 0; i < 4; i++)
			rt_yield();
	}
	over = true;
	go_wg_wait(&wg);
	witness("dumps", dumps, 1);
	EXPECT(true);
}
