#include "suite.h"

static struct go_chan *there, *back;
static bool third_ran;
static int64_t rounds;

static void partner(void *unused)
{
	int ball;

	while (go_chan_recv(there, &ball))
		go_chan_send(back, &ball);
}

static void third(void *unused)
{
	third_ran = true;
}

CHECK("two Gs that ready each other share one slice, so a third in the ring "
      "gets its turn when that ends",
	.clause = "run.runnext-inherits-slice",
	.source = "Go 1.19 proc.go: runqget, retake",
	.needs = RT_PREEMPT | RT_RUNNEXT, .procs = 1)
{
	int ball = 0;

	there = go_chan_make(sizeof(int), 0);
	back = go_chan_make(sizeof(int), 0);
	rt_spawn(third, NULL);
	rt_spawn(partner, NULL);
	for (; !third_ran; rounds++) {
		go_chan_send(there, &ball);
		go_chan_recv(back, &ball);
	}
	go_chan_close(there);
	EXPECT_GE(rounds, 1000);
}
