#include <sys/resource.h>

#include "suite.h"

static rlim_t mapped(void)
{
	FILE *file = fopen("/proc/self/statm", "re");
	unsigned long long pages = 0;

	if (!file || fscanf(file, "%llu", &pages) != 1)
		abort();
	fclose(file);
	return pages * sysconf(_SC_PAGESIZE);
}

/* the stack of a thread finds no room */
static void refuse_threads(void)
{
	struct rlimit limit;

	getrlimit(RLIMIT_AS, &limit);
	limit.rlim_cur = mapped();
	setrlimit(RLIMIT_AS, &limit);
}

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
	refuse_threads();
	tight = true;
	go_wg_wait(&never);
}
