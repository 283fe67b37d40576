#include "suite.h"

enum { GS = 1000 };

static uint64_t each;
static atomic_uint_fast64_t here, did;
static atomic_bool go;

static void member(void *wg)
{
	uint64_t turns = 0;

	atomic_fetch_add(&here, 1);
	while (!atomic_load_explicit(&go, memory_order_acquire))
		rt_yield();
	for (; turns < each; turns++)
		rt_yield();
	atomic_fetch_add(&did, turns);
	go_wg_done(wg);
}

BENCH("1000 Gs on two Ps yield; the time of a yield as the wall clock sees it",
	.unit = "switch", .limit = "limit/yield_inline_1k", .procs = 2,
	.live = GS)
{
	struct go_wg wg = {.n = GS};

	lap_round(lap, GS);
	each = lap->n / GS;
	here = did = 0;
	go = false;
	for (int i = 0; i < GS; i++)
		if (!rt_spawn(member, &wg))
			go_fatal("no memory for 1000 Gs");
	until(here == GS);
	lap_start(lap);
	go = true;
	go_wg_wait(&wg);
	lap_stop(lap);
	lap_did(lap, did);
}
