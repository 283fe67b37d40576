#include "../panic-recover/rescue.h"

enum { GS = 200, DEPTH = 8, WAYS = 5 };

static atomic_int ran[GS][DEPTH], ended, exits_seen, panics_seen, recoveries;

struct call {
	atomic_int *counter;
	unsigned way; /* what it does, when it runs */
};

static void count(void *call)
{
	struct call *c = call;

	++*c->counter;
	if (c->way == 1)
		recoveries += go_recover().type != NULL;
	if (c->way == 2)
		rt_yield();
	if (c->way == 3) {
		exits_seen++;
		leave();
	}
	if (c->way == 4) {
		panics_seen++;
		go_panic("P");
	}
}

static __attribute__((noinline)) void dive(int g, int depth, uint64_t dice)
{
	struct call c = {&ran[g][depth], dice % WAYS};

	go_recoverable();
	go_defer_recover(count, &c);
	dice /= WAYS;
	if (depth + 1 < DEPTH)
		dive(g, depth + 1, dice);
	if (dice % 3 == 1)
		leave();
	if (dice % 3 == 2)
		go_panic("P");
}

static void done(void *unused)
{
	recoveries += go_recover().type != NULL;
	ended++;
}

static void worker(void *i)
{
	go_recoverable();
	go_defer_recover(done, NULL);
	dive((int)(intptr_t)i - 1, 0, suite_random());
}

CHECK("whatever mix of returns, exits, panics and recoveries a G takes, each "
      "deferred call runs once",
	.clause = "goexit.each-once",
	.source = "Go 1.19 panic.go: gopanic, Goexit, d.started")
{
	spawn_n(GS, worker);
	until(ended == GS);
	for (int g = 0; g < GS; g++) {
		for (int depth = 0; depth < DEPTH; depth++)
			EXPECT_EQ(ran[g][depth], 1);
	}
	witness("exits in deferred calls", exits_seen, 100);
	witness("panics in deferred calls", panics_seen, 100);
	witness("recoveries", recoveries, 100);
}
