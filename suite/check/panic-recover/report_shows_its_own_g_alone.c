#include <sys/wait.h>

#include "again.h"

static char text[65536];

CHECK("the report of a panic shows the G that panicked and no other",
	.clause = "panic-recover.first-goroutine-only",
	.source = "Go 1.19 panic.go: dopanic_m, gotraceback")
{
	int status = run_again("panic-recover/belongs_to_its_g_alone",
		suite_procs(), text, sizeof(text));

	EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	EXPECT_HAS(text, "goroutine 2 [running]:\n");
	EXPECT_EQ(count_of(text, "goroutine "), 1);
}
