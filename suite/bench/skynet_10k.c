#include "skynet.h"

enum { LEAVES = 10000, GS = 11111 };

BENCH("a tree of 11 111 Gs on two Ps, ten below each, adds up over channels",
	.unit = "G", .limit = "limit/switch_asm", .procs = 2, .live = GS,
	.n = GS)
{
	skynet_lap(lap, LEAVES, GS);
}
