#include "suite.h"

enum { LIVES = 20 };

static struct go_wg wg;
static G *before;
static int again, tied, deferred, waits;

/* leaves all that a life can leave: a lock, a reason, what its frames deferred */
static void leaver(void *unused)
{
	G *g = rt_self();

	again += g == before;
	tied += rt_thread_locked(g);
	deferred += g->defers != NULL;
	waits += g->why != NULL;
	before = g;
	rt_lock_thread();
	rt_lock_thread();
	rt_yield();
	go_defer(go_wg_done, &wg);
	go_exit();
}

CHECK("nothing of a life is left in the descriptor: no tie, no reason, no "
      "defer",
	.clause = "exit.clean-descriptor", .source = "Go 1.19 proc.go: goexit0",
	.needs = RT_LOCK_THREAD | RT_RECYCLE, .procs = 1)
{
	for (int i = 0; i < LIVES; i++) {
		go_wg_add(&wg, 1);
		rt_spawn(leaver, NULL);
		go_wg_wait(&wg);
	}
	EXPECT_EQ(tied + deferred + waits, 0);
	witness("lives of one descriptor", again, LIVES - 1);
}
