#include "suite.h"

static int n0, n1, n2, n99, n_short;
static void *all[16], *from1[16], *from2[16], *two[3];

static void worker(void *wg)
{
	n0 = go_callers(0, all, 16);
	n1 = go_callers(1, from1, 16);
	n2 = go_callers(2, from2, 16);
	n99 = go_callers(99, two, 2);
	two[2] = (void *)worker;
	n_short = go_callers(1, two, 2);
	go_wg_done(wg);
}

CHECK("go_callers(0) starts with itself, (1) with its caller; a short buffer "
      "gets its fill",
	.clause = "trace.skip-conventions",
	.source = "Go 1.19 extern.go: Callers")
{
	struct go_wg wg = {.n = 1};
	struct go_frame f;

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_EQ(n0, 3);
	EXPECT_EQ(n1, 2);
	EXPECT_EQ(n2, 1);
	EXPECT_EQ(n99, 0);
	go_symbol(all[0], &f);
	EXPECT_STR(f.function, "go_callers");
	go_symbol(from1[0], &f);
	EXPECT_STR(f.function, "worker");
	EXPECT(from2[0] == from1[1] && from1[1] == all[2]);
	EXPECT_EQ(n_short, 2);
	EXPECT(two[2] == (void *)worker);
}
