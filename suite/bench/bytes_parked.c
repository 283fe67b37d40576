#include "many.h"

BENCH("memory of a G that has run and waits, among 10 000", .unit = "G",
	.kind = BENCH_BYTES, .procs = 1, .live = 10000, .n = 10000)
{
	static double bytes; /* of the first crowd: later ones recycle it */
	struct crowd c = crowd_room(lap->n);
	int64_t before = lap_rss();

	crowd_gather(lap, &c, lap->n);
	if (bytes == 0)
		bytes = (double)(lap_rss() - before) / lap->n;
	lap_value(lap, bytes);
	lap_did(lap, c.n);
	crowd_leave(&c);
}
