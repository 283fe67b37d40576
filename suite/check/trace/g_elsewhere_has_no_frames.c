#include "../steal/spin.h"

static atomic_bool over, gone;
static _Atomic uint64_t id;

static void spins(void *unused)
{
	id = rt_self()->id;
	spin_until(over);
	gone = true;
}

CHECK("a G that runs on another thread is listed, with a word in place of its "
      "frames",
	.clause = "trace.other-running",
	.source = "Go 1.19 traceback.go: tracebackothers", .min_procs = 2,
	.needs = RT_PARALLEL)
{
	static char dump[16384];
	char want[128];

	rt_spawn(spins, NULL);
	spin_until(id);
	go_stack(dump, sizeof(dump), true);
	snprintf(want, sizeof(want),
		"\n\ngoroutine %d [running]:\n\tgoroutine running on other "
		"thread; stack unavailable\ncreated by ",
		(int)id);
	EXPECT_HAS(dump, want);
	over = true;
	spin_until(gone);
}
