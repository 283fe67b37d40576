#include "suite.h"

enum { GS = 8, ROUNDS = 300 };

static struct go_mutex m;
static int inside, count, intruders; /* [m] */
static atomic_int ended;

static void worker(void *unused)
{
	for (int i = 0; i < ROUNDS; i++) {
		go_lock(&m);
		intruders += inside++;
		count++;
		if (i % 16 == 0)
			rt_yield();
		inside--;
		go_unlock(&m);
	}
	ended++;
}

CHECK("between lock and unlock a G is alone, even when it yields there",
	.clause = "sync.mutex-exclusion", .source = "Go 1.19 mutex.go: Mutex")
{
	spawn_n(GS, worker);
	until(ended == GS);
	EXPECT_EQ(intruders, 0);
	EXPECT_EQ(count, GS * ROUNDS);
	EXPECT(go_trylock(&m));
	EXPECT(!go_trylock(&m));
	until(go_num_goroutine() == 1);
}
