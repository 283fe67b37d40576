#include "address_space.h"

static atomic_bool tight;

static void blocks(void *unused)
{
	until(tight);
	rt_block_enter();
	for (;;)
		pause();
}

CHECK("an M that cannot be made ends the process, and is not waited for",
	.clause = "fatal.newosproc", .source = "Go 1.19 os_linux.go: newosproc",
	.needs = RT_BLOCKING | RT_REFUSE, .dies = 2,
	.says = "fatal error: newosproc")
{
	struct go_wg never = {.n = 1};

	for (int i = 0; i < 2 * suite_procs(); i++)
		rt_spawn(blocks, NULL);
	address_space_leave(0); /* none for the stack of a thread */
	tight = true;
	go_wg_wait(&never);
}
