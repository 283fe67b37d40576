#include "suite.h"

static struct go_wg gate = {.n = 1};

static void waiter(void *unused)
{
	go_wg_wait(&gate);
}

/* the header of every G in turn: "1 [running]" */
static void note_headers(const char *dump)
{
	for (const char *at = dump; at; at = strstr(at, "\n\ngoroutine ")) {
		at += at == dump ? 0 : 2;
		note("%.*s", (int)strcspn(at + 10, ":"), at + 10);
	}
}

static void dumper(void *wg)
{
	static char dump[65536];

	go_stack(dump, sizeof(dump), true);
	note_headers(dump);
	go_wg_done(wg);
}

CHECK("a dump of all lists the caller first, then every live G and no dead one",
	.clause = "trace.all-order",
	.source = "Go 1.19 traceback.go: tracebackothers", .procs = 1)
{
	struct go_wg wg = {.n = 1};
	uint64_t first = rt_spawn(waiter, NULL), last;
	char want[128];

	rt_yield();
	last = rt_spawn(dumper, &wg);
	go_wg_wait(&wg);
	snprintf(want, sizeof(want),
		"%d [running] 1 [semacquire] %d [semacquire]", (int)last,
		(int)first);
	EXPECT_NOTES(want);
	go_wg_done(&gate);
}
