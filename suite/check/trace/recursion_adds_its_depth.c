#include "suite.h"

static int frames[4];

static __attribute__((noinline)) int dive(int depth)
{
	static void *pcs[128]; /* frames are to be small */
	int n = depth > 0 ? dive(depth - 1) : go_callers(1, pcs, 128);

	__asm__ volatile("" : "+r"(n)); /* the frame is needed to the end */
	return n;
}

static void worker(void *wg)
{
	static const int depth[4] = {0, 1, 10, 50};

	for (int i = 0; i < 4; i++)
		frames[i] = dive(depth[i]);
	go_wg_done(wg);
}

CHECK("a recursion d deep adds d frames to the trace", .clause = "trace.depth",
	.source = "Go 1.19 extern.go: Callers")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(worker, &wg);
	go_wg_wait(&wg);
	EXPECT_EQ(frames[0], 3);
	EXPECT_EQ(frames[1], 4);
	EXPECT_EQ(frames[2], 13);
	EXPECT_EQ(frames[3], 53);
}
