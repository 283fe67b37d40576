/* stat.c - rt_stat: figures that nothing on a hot path is paid for. */
#include <string.h>

#include "gfree.h"
#include "runq.h"
#include "stack.h"

#define SUM_OF_PS(field)                                                \
	({                                                              \
		int64_t sum_ = 0;                                       \
                                                                        \
		for (int i_ = 0; i_ < gort_sched.nproc; i_++)           \
			sum_ += load_relaxed(&gort_sched.ps[i_].field); \
		sum_;                                                   \
	})

static int64_t schedtick(void)
{
	return getp()->schedtick;
}

static int64_t runq(void)
{
	return ring_len(getp(), OWN);
}

/* the ends of the global queue at the Ps are part of it */
static int64_t globrunq(void)
{
	int64_t sum = queue_len(&gort_sched.globq);

	for (int i = 0; i < gort_sched.nproc; i++)
		sum += ring_len(&gort_sched.ps[i], YIELDED);
	return sum;
}

static int64_t overflows(void)
{
	return SUM_OF_PS(overflows);
}

/* an id is a spawn: those given to Ps, but for what they have left */
static int64_t spawned(void)
{
	return load_relaxed(&gort_sched.idgen) - SUM_OF_PS(idend) +
	       SUM_OF_PS(id);
}

static int64_t descriptors(void)
{
	return gort_descriptors();
}

static int64_t recycled(void)
{
	return spawned() - descriptors();
}

static int64_t stacks(void)
{
	return gort_stacks();
}

static int64_t steals(void)
{
	return SUM_OF_PS(steals);
}

static int64_t idle(void)
{
	return load_relaxed(&gort_sched.npidle);
}

static int64_t spinning(void)
{
	return load_relaxed(&gort_sched.nmspinning);
}

static const struct {
	const char *name;
	int64_t (*read)(void);
} stats[] = {
	{"schedtick", schedtick},
	{"runq", runq},
	{"globrunq", globrunq},
	{"overflows", overflows},
	{"spawned", spawned},
	{"recycled", recycled},
	{"descriptors", descriptors},
	{"stacks", stacks},
	{"steals", steals},
	{"idle", idle},
	{"spinning", spinning},
};

int64_t rt_stat(const char *name)
{
	for (size_t i = 0; i < sizeof(stats) / sizeof(*stats); i++)
		if (strcmp(name, stats[i].name) == 0)
			return stats[i].read();
	return -1;
}
