#include "queue.h"

/*
 * n Gs were spawned: n is in runnext, 1 to n - 1 are in the ring.  The thief takes
 * half of what is there from its head, runs the youngest of those, then the
 * others in order, and comes again; runnext goes last.
 */
static int wanted[STEAL_MAX];

static void plan(int n)
{
	int at = 0, first = 1;

	for (int left = n - 1; left > 0;) {
		int half = left - left / 2;

		wanted[at++] = first + half - 1;
		for (int i = 0; i < half - 1; i++)
			wanted[at++] = first + i;
		first += half;
		left -= half;
	}
	wanted[at] = n;
}

CHECK("a ring of any length is stolen by halves, each with its youngest first",
	.clause = "steal.runs-youngest-of-batch",
	.source = "Go 1.19 proc.go: runqsteal, runqgrab",
	.needs = RT_STEAL | RT_RING | RT_RUNNEXT, .procs = 2)
{
	for (int i = 0; i < 30; i++) {
		int n = i == 0 ? 257 : 1 + (int)(suite_random() % 257);

		steal_n(n);
		plan(n);
		EXPECT_EQ(memcmp(stolen, wanted, n * sizeof(*stolen)), 0);
	}
}
