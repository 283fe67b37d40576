#include "suite.h"

enum { GS = 5 };

static struct go_wg gate = {.n = 1}, ready = {.n = GS}, ended = {.n = GS};

static void waiter(void *unused)
{
	rt_block_enter(); /* whatever the runtime needs for that is there now */
	usleep(1000);
	rt_block_exit();
	go_wg_done(&ready);
	go_wg_wait(&gate);
	go_wg_done(&ended);
}

CHECK("a dump and the count show the Gs of the program, none of the runtime's "
      "own",
	.clause = "trace.system-hidden",
	.source = "Go 1.19 traceback.go: isSystemGoroutine")
{
	static char dump[65536];
	int headers = 0;

	spawn_n(GS, waiter);
	go_wg_wait(&ready);
	EXPECT_EQ(go_num_goroutine(), 1 + GS);
	go_stack(dump, sizeof(dump), true);
	for (const char *at = dump; (at = strstr(at, "goroutine ")); at++)
		headers += strncmp(at, "goroutine running", 17) != 0;
	EXPECT_EQ(headers, 1 + GS);
	go_wg_done(&gate);
	go_wg_wait(&ended);
}
