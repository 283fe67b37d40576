#include <sys/wait.h>

#include "again.h"

static char text[65536];

CHECK("when many Gs panic at once, one panic is told, or two that are whole",
	.clause = "panic-recover.two-goroutines",
	.source = "Go 1.19 panic.go: dopanic_m, paniclk")
{
	int status = run_again("panic-recover/two_at_once_end_it_once",
		suite_procs(), text, sizeof(text));
	int panics = count_of(text, "panic: ");

	EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	EXPECT(panics == 1 || panics == 2);
	EXPECT_EQ(count_of(text, "panic: multi\n\ngoroutine "), panics);
}
