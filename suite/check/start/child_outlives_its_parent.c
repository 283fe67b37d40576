#include "suite.h"

static atomic_bool parent_gone, child_ran;
static uint64_t parent_id;

static bool is_parent(G *g, void *found)
{
	if (g->id == parent_id)
		*(bool *)found = true;
	return true;
}

static void child(void *unused)
{
	bool found;

	do {
		rt_yield();
		found = false;
		rt_each(is_parent, &found);
	} while (found);
	parent_gone = true;
	for (int i = 0; i < 10; i++)
		rt_yield();
	child_ran = true;
}

static void parent(void *unused)
{
	parent_id = rt_self()->id;
	rt_spawn(child, NULL);
}

CHECK("a G goes on after the G that spawned it has ended",
	.clause = "start.outlives-parent", .source = "Go spec: Go statements")
{
	rt_spawn(parent, NULL);
	until(child_ran);
	EXPECT(parent_gone);
}
