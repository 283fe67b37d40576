#include "suite.h"

static int frames, line;
static struct go_frame first, last, past;

static void walker(void *wg)
{
	struct go_frame f;

	line = __LINE__ + 1;
	while (go_caller(frames, &f)) {
		if (frames++ == 0)
			first = f;
		last = f;
	}
	past = f;
	go_wg_done(wg);
}

CHECK("go_caller(0) is fn itself, go_caller(1) is goexit, and there is no "
      "go_caller(2)",
	.clause = "trace.caller-loop", .source = "Go 1.19 extern.go: Caller")
{
	struct go_wg wg = {.n = 1};

	rt_spawn(walker, &wg);
	go_wg_wait(&wg);
	EXPECT_EQ(frames, 2);
	EXPECT_STR(first.function, "walker");
	EXPECT_STR(first.file, __FILE__);
	EXPECT_EQ(first.line, line);
	EXPECT((char *)last.pc - 1 >= __start_rt_goexit);
	EXPECT((char *)last.pc < __stop_rt_goexit);
	EXPECT_HAS(last.function, "goexit");
	EXPECT_GE(last.line, 1);
	EXPECT_STR(past.file, "");
	EXPECT_EQ(past.line, 0);
}
