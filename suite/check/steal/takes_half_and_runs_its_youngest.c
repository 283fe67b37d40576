#include "queue.h"

static const struct {
	int n;
	const char *order;
} golden[] = {
	{1, "1"},
	{2, "1 2"},
	{3, "1 2 3"},
	{4, "2 1 3 4"},
	{5, "2 1 3 4 5"},
	{8, "4 1 2 3 6 5 7 8"},
	{11, "5 1 2 3 4 8 6 7 9 10 11"},
	{16, "8 1 2 3 4 5 6 7 12 9 10 11 14 13 15 16"},
};

CHECK("a thief takes half of a ring, from its head, and runs the youngest of "
      "them first",
	.clause = "steal.half-from-head",
	.source = "Go 1.19 proc.go: runqgrab, runqsteal",
	.needs = RT_STEAL | RT_RING | RT_RUNNEXT, .procs = 2)
{
	for (unsigned i = 0; i < sizeof(golden) / sizeof(*golden); i++) {
		notes_clear();
		steal_n(golden[i].n);
		for (int k = 0; k < golden[i].n; k++)
			note("%d", stolen[k]);
		EXPECT_NOTES(golden[i].order);
	}
}
