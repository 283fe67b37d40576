#include "suite.h"

enum { N = 70 };

static G *spawned[N + 1], *exited[N + 1];
static int exits;
static struct go_wg wg;

static void worker(void *i)
{
	spawned[(intptr_t)i] = exited[++exits] = rt_self();
	go_wg_done(&wg);
}

static void run_all(void)
{
	exits = 0;
	go_wg_add(&wg, N);
	spawn_n(N, worker);
	go_wg_wait(&wg);
}

/* this round in the order of spawns, each G by its exit in the last round */
static void note_reuse(G *const *before)
{
	for (int i = 1, n; i <= N; i++) {
		for (n = 1; n <= N && before[n] != spawned[i]; n++)
			;
		note("%d", n);
	}
}

CHECK("at 64 free Gs a P hands 33 to the global list; an empty one fetches 32",
	.clause = "recycle.threshold-64-32",
	.source = "Go 1.19 proc.go: gfput, gfget",
	.needs = RT_RECYCLE | RT_RING, .procs = 1)
{
	G *before[N + 1];

	run_all();
	memcpy(before, exited, sizeof(before));
	run_all();
	note_reuse(before);
	EXPECT_NOTES("70 69 68 67 66 65 31 30 29 28 27 26 25 24 23 22 21 20 19 "
		     "18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 63 62 61 60 "
		     "59 58 57 56 55 54 53 52 51 50 49 48 47 46 45 44 43 42 41 "
		     "40 39 38 37 36 35 34 33 32 64");
}
