#include "suite.h"

enum { N = 200 };

static _Atomic uint64_t id[N], parent[N];
static atomic_int ended;

static void child(void *i)
{
	id[(intptr_t)i] = rt_self()->id;
	parent[(intptr_t)i] = rt_self()->parent;
	ended++;
}

CHECK("spawn returns the id that the G has when it runs, and the G knows its "
      "parent's",
	.clause = "start.id-returned", .source = "Go 1.19 proc.go: newproc1")
{
	uint64_t told[N];

	for (intptr_t i = 0; i < N; i++)
		told[i] = rt_spawn(child, (void *)i);
	until(ended == N);
	for (int i = 0; i < N; i++) {
		EXPECT_EQ(id[i], told[i]);
		EXPECT_EQ(parent[i], rt_self()->id);
	}
}
