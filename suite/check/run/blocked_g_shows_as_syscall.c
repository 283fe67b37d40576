#include "blocked.h"

static G *_Atomic reader_g;
static struct go_wg wg = {.n = 1};

static void reader(void *unused)
{
	reader_g = rt_self();
	blocked_read();
	go_wg_done(&wg);
}

CHECK("a G that blocks in the kernel is live, has status syscall, and no trace",
	.clause = "block.io-vs-syscall",
	.source = "Go 1.19 traceback.go: goroutineheader", .needs = RT_BLOCKING)
{
	static char dump[16384];
	char want[64];

	blocked_open();
	uint64_t id = rt_spawn(reader, NULL);

	until(reader_g && strcmp(rt_status(reader_g), "syscall") == 0);
	EXPECT_EQ(go_num_goroutine(), 2);
	go_stack(dump, sizeof(dump), true);
	snprintf(want, sizeof(want), "\n\ngoroutine %llu [syscall]:\n",
		(unsigned long long)id);
	EXPECT_HAS(dump, want);
	blocked_release();
	go_wg_wait(&wg);
}
