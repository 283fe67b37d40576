/* stat.c - rt_stat: figures that nothing on a hot path is paid for. */
#include <string.h>

#include "gfree.h"
#include "runq.h"
#include "stack.h"

static int64_t steals(void)
{
	int64_t sum = 0;

	for (int i = 0; i < gort_sched.nproc; i++)
		sum += load_relaxed(&gort_sched.ps[i].steals);
	return sum;
}

/* the ends of the global queue at the Ps are part of it */
static int64_t globrunq(void)
{
	int64_t sum = queue_len(&gort_sched.globq);

	for (int i = 0; i < gort_sched.nproc; i++)
		sum += ring_len(&gort_sched.ps[i], YIELDED);
	return sum;
}

int64_t rt_stat(const char *name)
{
	P *p = getp();

	if (strcmp(name, "schedtick") == 0)
		return p->schedtick;
	if (strcmp(name, "runq") == 0)
		return ring_len(p, OWN);
	if (strcmp(name, "globrunq") == 0)
		return globrunq();
	if (strcmp(name, "descriptors") == 0)
		return gort_descriptors();
	if (strcmp(name, "stacks") == 0)
		return gort_stacks();
	if (strcmp(name, "steals") == 0)
		return steals();
	if (strcmp(name, "idle") == 0)
		return load_relaxed(&gort_sched.npidle);
	return -1;
}
