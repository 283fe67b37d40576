/* core.c - rt_run and rt_spawn: how Ms and Gs begin. */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#include "uc.h"

enum { PATIENCE = 1000 }; /* some 20 us: about the price of a futex wake-up */

const struct rt_info rt_info = {
	.name = "ucontext",
	.description =
		"swapcontext, M:N over one locked run queue with runnext",
	.abilities = RT_STACKFUL | RT_GUARD | RT_RECYCLE | RT_FPENV |
                     RT_RUNNEXT | RT_PARALLEL | RT_ORDER |
                     (SAN_MAX_LIVE ? 0 : RT_REFUSE),
	/* guard and stack are two entries of the map, and vm.max_map_count is
	 * 65 530 as kernels ship it: 32 735 were measured to fit */
	.max_live = SAN_MAX_LIVE ? SAN_MAX_LIVE : 32000,
	.stack_bytes = UC_STACK,
};

static struct {
	void (*fn)(void *);
	void *arg;
	uint32_t returned; /* futex */
} first;

static uint64_t idgen;

/* NULL and errno */
static struct ucg *newproc(void (*fn)(void *), void *arg, void *created)
{
	struct ucg *g = uc_gfget();
	G *self = rt_self();

	if (!g)
		return NULL;
	uc_goexit_plant(g);
	g->g = (G){
		.sp = &g->regs,
		.fn = fn,
		.arg = arg,
		.parent = self ? self->id : 0,
		.created = created,
	};
	__atomic_store_n(&g->g.id,
		__atomic_add_fetch(&idgen, 1, __ATOMIC_RELAXED),
		__ATOMIC_RELEASE);
	san_release(g);
	return g;
}

__attribute__((noinline)) uint64_t rt_spawn(void (*fn)(void *), void *arg)
{
	if (!fn)
		go_fatal("go of nil func value");
	struct ucg *g = newproc(fn, arg, __builtin_return_address(0));

	if (!g)
		return 0;
	uint64_t id = g->g.id;

	uc_runnable(uc_m(), g);
	return id;
}

/* The bottom frame of the first G; when fn returns the process is to end. */
static void uc_main(void *unused)
{
	uint32_t never = 0;

	go_init();
	first.fn(first.arg);
	go_main_returned();
	uc_lock(&uc_sched.lock);
	uc_sched.over = true;
	uc_unlock(&uc_sched.lock);
	san_release(&first);
	__atomic_store_n(&first.returned, 1, __ATOMIC_RELEASE);
	uc_futex_wake(&first.returned);
	for (;;)
		uc_futex_wait(&never, 0);
}

static void *mstart(void *m)
{
	go_thread_init();
	san_thread(&((M *)m)->san);
	uc_schedule(m);
}

/* All idle while rt_run's own hold lasts, so a refusal leaves nothing behind
 * that runs. */
static int start_ms(int nproc)
{
	struct sched *s = &uc_sched;
	int refused = 0;

	s->ms = calloc(nproc, sizeof(M));
	if (!s->ms)
		return -ENOMEM;
	s->nproc = nproc;
	for (int i = 0; i < nproc && !refused; i++) {
		pthread_t thread;

		s->ms[i].proc = i;
		refused = pthread_create(&thread, NULL, mstart, &s->ms[i]);
	}
	return -refused;
}

static int patience(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) || CPU_COUNT(&set) > 1)
		return PATIENCE;
	return 0;
}

int rt_run(int nproc, void (*fn)(void *), void *arg)
{
	if (uc_sched.nproc || !fn || nproc < 1 || nproc > RT_PROCS_MAX)
		return -EINVAL;
	if (!uc_goexit_init())
		return -errno;
	san_start(nproc);
	uc_sched.patience = patience();
	first.fn = fn;
	first.arg = arg;
	struct ucg *g = newproc(uc_main, NULL, NULL);

	if (!g)
		return -errno;
	rt_hold(1);
	int refused = start_ms(nproc);

	if (refused)
		return refused;
	uc_runnable(NULL, g);
	rt_hold(-1);
	while (!__atomic_load_n(&first.returned, __ATOMIC_ACQUIRE))
		uc_futex_wait(&first.returned, 0);
	san_acquire(&first);
	return 0;
}
