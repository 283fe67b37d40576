#include "suite.h"

enum { N = 100000 };

static struct go_wg gate = {.n = 1};
static atomic_int here;

static void worker(void *unused)
{
	here++;
	go_wg_wait(&gate);
}

/* the entries of the kernel's map, each of which has a limit */
static int mappings(void)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	int n = 0;

	if (!maps)
		abort();
	for (int c; (c = getc(maps)) != EOF;)
		n += c == '\n';
	fclose(maps);
	return n;
}

CHECK("100 000 guarded stacks in use take at most 16 mappings",
	.clause = "many.few-mappings",
	.source = "madvise(2): MADV_GUARD_INSTALL, since Linux 6.13",
	.needs = RT_MANY | RT_GUARD, .limit_ms = 30000)
{
	int before = mappings();

	for (int i = 0; i < N; i++)
		EXPECT(rt_spawn(worker, NULL) != 0);
	until(here == N);
	EXPECT_LE(mappings() - before, 16);
	go_wg_done(&gate);
	until(go_num_goroutine() == 1);
}
