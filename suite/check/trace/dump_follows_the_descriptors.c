#include "suite.h"

static struct go_chan *c;
static struct go_wg wg = {.n = 2};
static char dump[65536];

static void receiver(void *unused)
{
	go_chan_recv(c, NULL);
}

static void unrun(void *unused)
{
	go_wg_done(&wg);
}

static void dumper(void *unused)
{
	go_stack(dump, sizeof(dump), true);
	go_wg_done(&wg);
}

static void note_headers(void)
{
	for (const char *at = dump; at; at = strstr(at, "\n\ngoroutine ")) {
		at += at == dump ? 0 : 2;
		note("%.*s", (int)strcspn(at + 10, ":"), at + 10);
	}
}

CHECK("a dump of all goes on with the other Gs in the order of their "
      "descriptors",
	.clause = "trace.all-order",
	.source = "Go 1.19 traceback.go: tracebackothers; proc.go: allgadd",
	.procs = 1, .needs = RT_RUNNEXT, .leaves = 3)
{
	c = go_chan_make(sizeof(int), 0);
	spawn_n(3, receiver);
	rt_yield();
	rt_spawn(unrun, NULL);
	rt_spawn(dumper, NULL);
	go_wg_wait(&wg);
	note_headers();
	EXPECT_NOTES("6 [running] 1 [semacquire] 2 [chan receive] 3 [chan "
		     "receive] 4 [chan receive] 5 [runnable]");
}
