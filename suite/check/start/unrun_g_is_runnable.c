#include "suite.h"

static char status[16];

static bool note_status(G *g, void *id)
{
	if (g->id != *(uint64_t *)id)
		return true;
	snprintf(status, sizeof(status), "%s", rt_status(g));
	return false;
}

static void child(void *wg)
{
	go_wg_done(wg);
}

CHECK("a G that has not run yet is runnable, and a dump says so",
	.clause = "start.status-runnable",
	.source = "Go 1.19 proc.go: newproc1", .procs = 1)
{
	static char dump[16384];
	struct go_wg wg = {.n = 1};
	uint64_t id = rt_spawn(child, &wg);
	char header[64];

	rt_each(note_status, &id);
	EXPECT_STR(status, "runnable");
	snprintf(header, sizeof(header),
		"\n\ngoroutine %d [runnable]:\nchild()\n", (int)id);
	go_stack(dump, sizeof(dump), true);
	EXPECT_HAS(dump, header);
	go_wg_wait(&wg);
}
