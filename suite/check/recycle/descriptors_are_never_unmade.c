#include "suite.h"

enum { MOST = 300 };

static atomic_int ended;

static void worker(void *unused)
{
	ended++;
}

static void live_at_once(int n)
{
	ended = 0;
	spawn_n(n, worker);
	until(ended == n && go_num_goroutine() == 1);
}

CHECK("a descriptor stays when its G has ended, out of counts and dumps",
	.clause = "recycle.never-freed",
	.source = "Go 1.19 proc.go: gfput, allgs, gcount",
	.needs = RT_RECYCLE | RT_STAT)
{
	static char dump[4096];
	int64_t made, before = 0;

	for (int n = MOST; n > 0; n /= 2) {
		live_at_once(n);
		made = rt_stat("descriptors");
		EXPECT_GE(made, before);
		before = made;
	}
	EXPECT_GE(before, suite_procs() == 1 ? MOST + 1 : 2);
	EXPECT_EQ(go_num_goroutine(), 1);
	go_stack(dump, sizeof(dump), true);
	EXPECT(!strstr(dump, "\n\ngoroutine "));
}
