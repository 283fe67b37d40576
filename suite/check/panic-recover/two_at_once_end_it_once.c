#include "rescue.h"

enum { GS = 20 };

static atomic_int here;

static void worker(void *unused)
{
	here++;
	until(here == GS);
	go_panic("multi");
}

CHECK("when many Gs panic at once the process ends with 2, by one of them",
	.clause = "panic-recover.two-goroutines",
	.source = "Go 1.19 panic.go: dopanic_m", .dies = 2,
	.says = "panic: multi\n\ngoroutine ")
{
	struct go_wg never = {.n = 1};

	spawn_n(GS, worker);
	go_wg_wait(&never);
}
