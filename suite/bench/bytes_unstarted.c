#include "many.h"

static uint64_t ran;

static void work(void *unused)
{
	ran++;
}

BENCH("memory of a G that has not run yet, among 10 000", .unit = "G",
	.kind = BENCH_BYTES, .procs = 1, .live = 10000, .n = 10000)
{
	static double bytes; /* of the first batch: later ones recycle it */
	int64_t before = lap_rss();
	uint64_t spawned;

	ran = 0;
	spawned = spawn_many(lap, lap->n, work, NULL);
	if (bytes == 0 && ran == 0)
		bytes = (double)(lap_rss() - before) / lap->n;
	lap_value(lap, bytes);
	while (ran < spawned)
		rt_yield();
	lap_did(lap, ran);
}
