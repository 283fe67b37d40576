/* core.c - rt_run: how everything begins. */
#include <errno.h>
#include <sched.h>
#include <sys/mman.h>

#include "run.h"
#include "sysmon.h"

/* 100 000 stacks in one slab, so in few mappings */
enum { MANY = GORT_SLAB / STACK > 100000 };

const struct rt_info rt_info = {
	.name = "gort",
	.description =
		"M:N in C and assembly: a ring and runnext per P, stealing, "
		"recycling, late stacks",
	.abilities =
		RT_STACKFUL | RT_STAT | RT_BLOCKING | RT_LOCK_THREAD |
		RT_MAX_THREADS | (MANY && !SAN_MAX_LIVE ? RT_MANY : 0) |
		(SAN_MAX_LIVE ? 0 : RT_REFUSE) | (GORT_GUARD ? RT_GUARD : 0) |
		(GORT_RECYCLE ? RT_RECYCLE : 0) | (GORT_STEAL ? RT_STEAL : 0) |
		(GORT_STEAL ? RT_PARALLEL : 0) |
		(GORT_RUNNEXT ? RT_RUNNEXT : 0) |
		(RUNQ >= 256 && GFREE >= 64 ? RT_ORDER : 0) |
		(GORT_RING && RUNQ == 256 ? RT_RING : 0) |
		(GORT_RING ? RT_YIELD_LOCAL : 0) | (GORT_FPENV ? RT_FPENV : 0),
	.max_live = SAN_MAX_LIVE,
	.stack_bytes = STACK_BYTES,
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
	go_main_returned();
	san_release(&first);
	store_release(&first.returned, 1);
	futex_wake(&first.returned, 1);
	for (;;)
		futex_wait(&never, 0);
}

static int64_t ns_of_pauses(int n)
{
	int64_t began = go_now();

	for (int i = 0; i < n; i++)
		cpu_pause();
	return go_now() - began;
}

/*
 * How long to spin, in pauses: a pause takes 10 to 70 ns, as the CPU likes, so
 * it is timed here; the quickest of three readings was not disturbed.  50 us is
 * about twice a wake-up.  An M that shares its CPU with the one it waits for had
 * better not wait.
 */
static void set_patience(struct sched *s)
{
	enum { N = 400, LOOK = 100, STAYS = 1000, SPIN = 50000, SHARED = 3000 };
	int64_t ns = ns_of_pauses(N), again;
	cpu_set_t set;
	int cpus = 1;

	for (int i = 0; i < 2; i++) {
		again = ns_of_pauses(N);
		ns = again < ns ? again : ns;
	}
	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		cpus = CPU_COUNT(&set);
	ns = ns < N ? N : ns;
	s->look_pauses = LOOK * N / ns + 1;
	s->stays_pauses = STAYS * N / ns + 1;
	s->spin_pauses = (s->nproc <= cpus ? SPIN : SHARED) * N / ns + 1;
}

static void unmake_ps(void)
{
	struct sched *s = &gort_sched;

	if (s->ps)
		munmap(s->ps, s->nproc * sizeof(P));
	if (s->ms)
		munmap(s->ms, MS_MAX * sizeof(M));
	*s = (struct sched){0};
}

static bool make_ps(void)
{
	struct sched *s = &gort_sched;

	s->ps = gort_reserve(s->nproc * sizeof(P));
	s->ms = gort_reserve(MS_MAX * sizeof(M));
	if (!s->ps || !s->ms)
		return false;
	s->max_threads = MS_MAX;
	for (int i = 0; i < s->nproc; i++) {
		s->ps[i].index = i;
		s->ps[i].schedtick = 1; /* as if one had run before */
		s->ps[i].due = TICKS;
		s->ps[i].random = 2463534242u + i;
		for (int ring = 0; ring < RINGS; ring++)
			s->ps[i].ends[ring] =
				(struct ends){GORT_RING_FROM, GORT_RING_FROM};
	}
	return true;
}

/* the first G on the first P, and an M for that; the other Ps are idle */
static int start(void)
{
	struct sched *s = &gort_sched;
	int refused = make_ps() ? gort_start_ms() : -ENOMEM;

	if (refused)
		return refused;
	refused = gort_sysmon_begin();
	if (refused) {
		gort_end_ms(s->nproc);
		return refused;
	}
	setp(&s->ps[0]);
	uint64_t id = rt_spawn(gort_main, NULL);

	setp(NULL);
	if (id == 0) {
		gort_end_ms(s->nproc);
		gort_sysmon_end();
		return -ENOMEM;
	}
	gort_begin();
	return 0;
}

int rt_run(int nproc, void (*fn)(void *), void *arg)
{
	struct sched *s = &gort_sched;

	if (s->nproc || !fn || nproc < 1 || nproc > RT_PROCS_MAX)
		return -EINVAL;
	s->nproc = nproc;
	s->multi = s->shared = nproc > 1;
	san_start(nproc);
	if (s->multi)
		set_patience(s);
	first.fn = fn;
	first.arg = arg;
	int refused = start();

	if (refused) {
		unmake_ps();
		return refused;
	}
	while (!load_acquire(&first.returned))
		futex_wait(&first.returned, 0);
	san_acquire(&first);
	return 0;
}
