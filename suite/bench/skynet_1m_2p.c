#include "skynet.h"

enum { LEAVES = 1000000, GS = 1111111 };

BENCH("a tree of 1 111 111 Gs on two Ps, ten below each, adds up over channels",
	.unit = "G", .limit = "limit/switch_asm", .procs = 2, .needs = RT_MANY,
	.live = GS, .n = GS, .full = true)
{
	skynet_lap(lap, LEAVES, GS);
}
