#include "pingpong.h"

BENCH("the same with a second P, which has nothing to do but look for work",
	.unit = "hand-off", .limit = "limit/switch_asm", .procs = 2, .live = 2)
{
	pingpong_lap(lap);
}
