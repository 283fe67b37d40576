#include "suite.h"

enum { TICK = 61 };

/* two Gs pass the P on within the ring, a tick each, while a third waits in the
 * global queue */
static int64_t began, ended, switches;
static bool over;
static struct go_wg wg;

static void circles(void *unused)
{
	while (!over) {
		rt_yield_local();
		switches++;
	}
	go_wg_done(&wg);
}

static void waits_globally(void *unused)
{
	switches = 0;
	began = rt_stat("schedtick");
	rt_yield();
	ended = rt_stat("schedtick");
	over = true;
	note("%d", (int)switches);
	go_wg_done(&wg);
}

/* phase: schedtick % 61 when the third begins to wait */
static void wait_from(int phase)
{
	over = false;
	go_wg_add(&wg, 3);
	align_tick(phase);
	rt_spawn(circles, NULL);
	rt_spawn(circles, NULL);
	rt_spawn(waits_globally, NULL); /* from runnext: no tick */
	go_wg_wait(&wg);
	EXPECT_EQ(began % TICK, phase);
	EXPECT_EQ(ended - 1, (began + TICK - 1) / TICK * TICK);
}

CHECK("a G in the global queue waits for the 61st tick, however often the ring "
      "goes round",
	.clause = "queue.tick61", .source = "Go 1.19 proc.go: findRunnable",
	.needs = RT_RING | RT_YIELD_LOCAL | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	static const int phases[] = {0, 1, 2, 30, 60};

	for (int i = 0; i < 5; i++)
		wait_from(phases[i]);
	/* the first two picks begin a life, the others end a switch */
	EXPECT_NOTES("0 58 57 29 0");
	for (int i = 0; i < 20; i++)
		wait_from((int)(suite_random() % TICK));
}
