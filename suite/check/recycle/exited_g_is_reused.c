#include "suite.h"

enum { N = 20 };

static struct life {
	G *g;
	char *lo;
	uint64_t id;
} life[N];

static void worker(void *i)
{
	struct life *l = &life[(intptr_t)i];
	char *hi;

	l->g = rt_self();
	l->id = l->g->id;
	EXPECT(rt_stack(l->g, &l->lo, &hi));
}

CHECK("the G and the stack of one that ended serve the next spawn, under a new "
      "id",
	.clause = "recycle.reuse", .source = "Go 1.19 proc.go: gfput, gfget",
	.needs = RT_RECYCLE, .procs = 1)
{
	for (intptr_t i = 0; i < N; i++) {
		rt_spawn(worker, (void *)i);
		rt_yield();
	}
	for (int i = 1; i < N; i++) {
		EXPECT(life[i].g == life[0].g);
		EXPECT(life[i].lo == life[0].lo);
		EXPECT_NE(life[i].id, life[i - 1].id);
	}
}
