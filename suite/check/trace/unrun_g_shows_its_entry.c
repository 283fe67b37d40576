#include "suite.h"

static void never(void *unused)
{
	note("ran");
}

CHECK("a G that has not run yet is shown at its fn, without an offset",
	.clause = "trace.never-started",
	.source = "Go 1.19 traceback.go: gentraceback", .procs = 1)
{
	static char dump[65536];
	uint64_t id = rt_spawn(never, NULL);
	char want[160], line[512] = "";
	const char *at;

	go_stack(dump, sizeof(dump), true);
	snprintf(want, sizeof(want),
		"goroutine %llu [runnable]:\nnever()\n\t%s:",
		(unsigned long long)id, __FILE__);
	EXPECT_HAS(dump, want);
	at = strstr(dump, "never()\n\t");
	if (at)
		snprintf(line, sizeof(line), "%.*s", (int)strcspn(at + 9, "\n"),
			at + 9);
	EXPECT(strstr(line, "+0x") == NULL);
	EXPECT_NOTES("");
}
