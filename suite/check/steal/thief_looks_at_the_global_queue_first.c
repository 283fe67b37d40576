#include "queue.h"

enum { N = 258 };

CHECK("who has nothing looks at the global queue, then at the rings of others",
	.clause = "steal.global-before-steal",
	.source = "Go 1.19 proc.go: findRunnable",
	.needs = RT_STEAL | RT_RING | RT_RUNNEXT, .procs = 2)
{
	steal_n(N); /* 1-128 and 257 overflow; 129-256 and 258 do not */
	EXPECT_EQ(stolen[0], 1);
	for (int i = 0; i < N; i++)
		if (i < 129)
			EXPECT(stolen[i] <= 128 || stolen[i] == 257);
		else
			EXPECT(stolen[i] > 128 && stolen[i] != 257);
}
