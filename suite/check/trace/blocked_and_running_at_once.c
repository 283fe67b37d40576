#include "suite.h"

enum { PCS = 4000 };

static atomic_int here; /* how many of the two are */
static int by_blocked, by_running;
static struct go_wg wg = {.n = 2};

/* every other one, so that neither is spared by what the other has looked up; how
 * many have a name */
static int show(int from)
{
	struct go_frame frame;
	int shown = 0;

	here++;
	while (here < 2)
		;
	for (int i = from; i < PCS; i += 2) {
		go_symbol((char *)rt_run + i, &frame);
		shown += frame.entry != NULL;
	}
	return shown;
}

static void blocked(void *unused)
{
	rt_block_enter();
	by_blocked = show(0);
	rt_block_exit();
	go_wg_done(&wg);
}

static void running(void *unused)
{
	until(here);
	by_running = show(1);
	go_wg_done(&wg);
}

CHECK("names are found in a blocking section and beside it at the same time",
	.clause = "trace.any-moment",
	.source = "rt_optional.h: rt_block_enter; Go 1.19 symtab.go: FuncForPC",
	.procs = 1, .needs = RT_BLOCKING, .limit_ms = 60000)
{
	rt_spawn(running, NULL);
	rt_spawn(blocked, NULL);
	go_wg_wait(&wg);
	EXPECT_GE(by_blocked, PCS / 4);
	EXPECT_GE(by_running, PCS / 4);
}
