#include "address_space.h"

enum { MOST = 300000, SPARE = 16 << 20 };

static int64_t ran;

static void worker(void *unused)
{
	ran++;
}

/* as many as there is address space for; none of them has run */
static int64_t spawn_until_refused(void)
{
	int64_t n = 0;

	errno = 0;
	while (n < MOST && rt_spawn(worker, NULL))
		n++;
	return n;
}

CHECK("a spawn that the machine refuses says so, and all goes on as it was",
	.clause = "start.refusal",
	.source = "rt.h: rt_spawn; Go 1.19 has no refusal, it ends the process",
	.procs = 1, .needs = RT_REFUSE | RT_RECYCLE, .limit_ms = 30000)
{
	struct rlimit before = address_space_leave(SPARE);
	int64_t n;

	n = spawn_until_refused();
	witness("refusals", n < MOST, 1);
	EXPECT(errno == ENOMEM || errno == EAGAIN);
	EXPECT_EQ(rt_spawn(worker, NULL), 0);
	EXPECT_EQ(go_num_goroutine(), n + 1);
	until(ran == n);
	EXPECT_EQ(go_num_goroutine(), 1);
	EXPECT_NE(rt_spawn(worker, NULL), 0); /* what has ended serves */
	until(ran == n + 1);
	setrlimit(RLIMIT_AS, &before);
}
