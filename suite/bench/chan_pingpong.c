#include "pingpong.h"

BENCH("8 bytes to and fro over two unbuffered channels; counted one way",
	.unit = "hand-off", .limit = "limit/switch_asm", .procs = 1, .live = 2)
{
	pingpong_lap(lap);
}
