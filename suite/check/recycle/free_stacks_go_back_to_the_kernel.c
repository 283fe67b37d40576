#include "suite.h"

enum { GS = 4000, DEEP = 40960, KEPT = 64 }; /* at each P, for its next Gs */

static struct go_wg gate = {.n = 1};
static atomic_int here;

static void worker(void *unused)
{
	char deep[DEEP];

	memset(deep, 1, sizeof(deep));
	__asm__ volatile("" ::"r"(deep) : "memory");
	here++;
	go_wg_wait(&gate);
}

static int64_t rss(void)
{
	FILE *file = fopen("/proc/self/statm", "re");
	long long pages = 0;

	if (!file || fscanf(file, "%*s %lld", &pages) != 1)
		abort();
	fclose(file);
	return pages * sysconf(_SC_PAGESIZE);
}

static int64_t shrinks_to(int64_t bytes)
{
	for (int i = 0; i < 400 && rss() > bytes; i++)
		usleep(10000);
	return rss();
}

CHECK("stacks that nobody needs lose their memory within seconds",
	.clause = "recycle.stacks-given-back",
	.source = "Go 1.19 mgcscavenge.go; stack.go: freeStackSpans",
	.needs = RT_RECYCLE | RT_MANY, .limit_ms = 30000)
{
	int64_t before = rss(), peak, bound;

	spawn_n(GS, worker);
	until(here == GS);
	peak = rss() - before;
	EXPECT_GE(peak, (int64_t)GS * DEEP);
	go_wg_done(&gate);
	until(go_num_goroutine() == 1);
	bound = peak / 10 + (int64_t)suite_procs() * KEPT * DEEP;
	EXPECT_LE(shrinks_to(before + bound) - before, bound);
}
