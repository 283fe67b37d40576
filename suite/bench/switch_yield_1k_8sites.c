#include "ring.h"

/* the comment in the assembly keeps equal functions from being merged */
// clang-format off
#define MEMBER(site)                                                           \
	static void member_##site(void *ring)                                  \
	{                                                                      \
		__asm__ volatile("# site " #site);                             \
		RING_MEMBER(ring);                                             \
	}
MEMBER(0) MEMBER(1) MEMBER(2) MEMBER(3)
MEMBER(4) MEMBER(5) MEMBER(6) MEMBER(7)

static void (*const members[8])(void *) = {member_0, member_1, member_2,
	member_3, member_4, member_5, member_6, member_7};
// clang-format on

BENCH("1000 Gs on one P yield in turn, at 8 call sites in random order",
	.unit = "switch", .limit = "limit/yield_inline_1k", .procs = 1,
	.live = 1000)
{
	uint64_t random = 1; /* the same order for every runtime and batch */
	struct ring r;

	ring_begin(&r, lap, 1000);
	for (int i = 0; i < 1000; i++) {
		random = random * 6364136223846793005u + 1442695040888963407u;
		ring_spawn(&r, members[random >> 61]);
	}
	ring_run(&r);
}
