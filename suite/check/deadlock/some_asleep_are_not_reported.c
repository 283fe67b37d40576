#include "suite.h"

enum { GS = 5 };

static struct go_chan *c;
static struct go_wg wg;

static void waiter(void *unused)
{
	go_chan_recv(c, NULL);
}

static void worker(void *unused)
{
	go_wg_done(&wg);
}

CHECK("Gs that wait for ever are not reported while any other can run",
	.clause = "deadlock.partial-unreported",
	.source = "Go 1.19 proc.go: checkdead", .leaves = GS)
{
	c = go_chan_make(sizeof(int), 0);
	spawn_n(GS, waiter);
	for (int i = 0; i < 200; i++) {
		go_wg_add(&wg, 1);
		rt_spawn(worker, NULL);
		go_wg_wait(&wg);
	}
	until(go_num_goroutine() == 1 + GS);
	EXPECT_EQ(go_chan_len(c), 0);
}
