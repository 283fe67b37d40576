#include "suite.h"

enum { GS = 200, DEPTH = 8 };

static atomic_int ran[GS][DEPTH], ended;

struct call {
	atomic_int *counter;
	bool exits; /* deferred calls that leave in turn are part of the mix */
};

static void count(void *call)
{
	struct call *c = call;

	++*c->counter;
	if (c->exits)
		go_exit();
}

static __attribute__((noinline)) void dive(int g, int depth, uint64_t dice)
{
	struct call c = {&ran[g][depth], dice & 1};

	go_defer(count, &c);
	dice >>= 1;
	if (depth + 1 < DEPTH)
		dive(g, depth + 1, dice);
	if (dice & 0x100)
		go_exit();
}

static void done(void *unused)
{
	ended++;
}

static void worker(void *i)
{
	go_defer(done, NULL);
	dive((int)(intptr_t)i - 1, 0, suite_random());
}

CHECK("whatever mix of return and go_exit a G takes, each deferred call runs "
      "once",
	.clause = "goexit.each-once",
	.source = "Go 1.19 panic.go: Goexit, d.started")
{
	spawn_n(GS, worker);
	until(ended == GS);
	for (int g = 0; g < GS; g++) {
		for (int depth = 0; depth < DEPTH; depth++)
			EXPECT_EQ(ran[g][depth], 1);
	}
}
