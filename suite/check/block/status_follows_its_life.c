#include "suite.h"

static G *child_g;

static bool is_child(G *g, void *id)
{
	if (g->id == *(uint64_t *)id)
		child_g = g;
	return !child_g;
}

static void child(void *unused)
{
	note("%s", rt_status(rt_self()));
	rt_park(NULL, NULL, "check");
}

CHECK("a G is runnable from its spawn, running, waiting in park, runnable when "
      "readied",
	.clause = "block.status-walk",
	.source = "Go 1.19 runtime2.go: _Grunnable...", .procs = 1)
{
	uint64_t id = rt_spawn(child, NULL);

	rt_each(is_child, &id);
	note("%s", child_g ? rt_status(child_g) : "not found");
	rt_yield();
	note("%s", rt_status(child_g));
	rt_ready(child_g);
	note("%s", rt_status(child_g));
	note("%s", rt_status(rt_self()));
	EXPECT_NOTES("runnable running waiting runnable running");
}
