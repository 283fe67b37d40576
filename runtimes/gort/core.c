/* core.c - rt_run, and what can be asked about Gs from outside. */
#include "gort.h"

#include <errno.h>
#include <sched.h>

const struct rt_info rt_info = {
	.name = "gort",
	.description =
		"M:N in C and assembly: a ring and runnext per P, stealing, "
		"recycling, late stacks",
	.abilities = RT_STACKFUL | RT_GUARD | RT_RECYCLE | RT_STEAL | RT_RING |
                     RT_MANY | RT_STAT,
	.stack_bytes = STACK - GUARD - (COLOURS - 1) * COLOUR,
};

static struct {
	void (*fn)(void *);
	void *arg;
	uint32_t returned; /* futex */
} first;

/* the bottom frame of the first G; when fn returns the process is to end */
static void gort_main(void *unused)
{
	uint32_t never = 0;

	go_init();
	first.fn(first.arg);
	store_release(&first.returned, 1);
	futex_wake(&first.returned, 1);
	for (;;)
		futex_wait(&never, 0);
}

/* rounds of spinning: worth it only when the victim has a CPU of its own */
static uint32_t patience(int nproc)
{
	cpu_set_t set;
	int cpus = 1;

	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		cpus = CPU_COUNT(&set);
	return nproc <= cpus ? 100 : 2;
}

static bool make_ps(int nproc)
{
	struct sched *s = &gort_sched;

	s->ps = gort_reserve(nproc * sizeof(P));
	s->ms = gort_reserve(nproc * sizeof(M));
	if (!s->ps || !s->ms)
		return false;
	for (int i = 0; i < nproc; i++) {
		s->ps[i].index = i;
		s->ps[i].schedtick = 1; /* as if one had run before */
		s->ps[i].random = 2463534242u + i;
	}
	return true;
}

int rt_run(int nproc, void (*fn)(void *), void *arg)
{
	struct sched *s = &gort_sched;

	if (s->nproc || !fn || nproc < 1 || nproc > RT_PROCS_MAX)
		return -EINVAL;
	if (!make_ps(nproc))
		return -ENOMEM;
	s->nproc = nproc;
	s->multi = s->shared = nproc > 1;
	s->patience = patience(nproc);
	s->injecttail = &s->inject;
	first.fn = fn;
	first.arg = arg;

	setp(&s->ps[0]);
	uint64_t id = rt_spawn(gort_main, NULL);
	setp(NULL);
	if (id == 0)
		return -ENOMEM;
	int refused = gort_start_ms();

	if (refused)
		return refused;
	while (!load_acquire(&first.returned))
		futex_wait(&first.returned, 0);
	return 0;
}

void rt_each(bool (*visit)(G *g, void *arg), void *arg)
{
	uint64_t n = gort_descriptors();

	for (uint64_t i = 0; i < n; i++) {
		G *g = gort_descriptor(i);

		if (load_acquire(&g->id) && !visit(g, arg))
			return;
	}
}

bool rt_frame(G *g, void **pc, void **fp)
{
	for (int i = 0; i < gort_sched.nproc; i++)
		if (load_acquire(&gort_sched.ps[i].g) == g)
			return false;
	void **sp = load_acquire(&g->sp);

	*pc = sp ? sp[GORT_SAVED_PC] : (void *)g->fn;
	*fp = sp ? sp[GORT_SAVED_RBP] : NULL;
	return true;
}
