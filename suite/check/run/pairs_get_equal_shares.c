#include "suite.h"

/* each pair passes a ball, and works for so long at each turn */
struct pair {
	struct go_chan *there, *back;
	int work;
	int64_t ns;
};

static int64_t deadline_ns;
static struct go_wg wg;

static void work(struct pair *p)
{
	int64_t began = go_now();

	for (volatile int i = 0; i < p->work; i++)
		;
	p->ns += go_now() - began;
}

static void partner(void *pair)
{
	struct pair *p = pair;
	int ball;

	while (go_chan_recv(p->there, &ball)) {
		work(p);
		go_chan_send(p->back, &ball);
	}
	go_wg_done(&wg);
}

static void server(void *pair)
{
	struct pair *p = pair;
	int ball = 0;

	p->there = go_chan_make(sizeof(int), 0);
	p->back = go_chan_make(sizeof(int), 0);
	rt_spawn(partner, p);
	while (go_now() < deadline_ns) {
		go_chan_send(p->there, &ball);
		go_chan_recv(p->back, &ball);
		work(p);
	}
	go_chan_close(p->there);
	go_wg_done(&wg);
}

CHECK("two pairs get the P for as long as each other, within a factor of 20",
	.clause = "run.pair-fairness",
	.source = "Go 1.19 proc_test.go: TestPingPongHog", .needs = RT_PREEMPT,
	.procs = 1)
{
	static struct pair heavy = {.work = 1000000}, light = {.work = 1000};

	deadline_ns = go_now() + 200000000;
	go_wg_add(&wg, 4);
	rt_spawn(server, &heavy);
	rt_spawn(server, &light);
	go_wg_wait(&wg);
	EXPECT_LE(heavy.ns, 20 * light.ns);
	EXPECT_LE(light.ns, 20 * heavy.ns);
}
