/* core.c - rt_run, rt_spawn and rt_exit: how Gs begin and end. */
#include <errno.h>

#include "pt.h"

const struct rt_info rt_info = {
	.name = "pthread",
	.description =
		"a G is a kernel thread, pooled; at most nproc run, handed "
		"on by futex",
	.abilities = RT_STACKFUL | RT_GUARD | RT_RECYCLE | RT_FPENV |
                     RT_RUNNEXT | RT_PARALLEL | RT_ORDER | RT_REFUSE,
	/* guard, stack and signal stack are up to three entries of the map, and
	 * vm.max_map_count is 65 530 as kernels ship it: 26 811 to 32 015 were
	 * measured to fit, where pid_max is 32 768 */
	.max_live = 20000,
	.stack_bytes = PT_STACK,
};

static struct {
	void (*fn)(void *);
	void *arg;
	uint32_t returned; /* futex */
} first;

static uint64_t idgen;

/* NULL and errno */
static struct ptg *newproc(void (*fn)(void *), void *arg, void *created)
{
	struct ptg *g = pt_gfget();

	if (!g)
		return NULL;
	g->g = (G){
		.fn = fn,
		.arg = arg,
		.parent = pt_self ? pt_self->g.id : 0,
		.created = created,
	};
	__atomic_store_n(&g->g.id,
		__atomic_add_fetch(&idgen, 1, __ATOMIC_RELAXED),
		__ATOMIC_RELEASE);
	return g;
}

__attribute__((noinline)) uint64_t rt_spawn(void (*fn)(void *), void *arg)
{
	if (!fn)
		go_fatal("go of nil func value");
	struct ptg *g = newproc(fn, arg, __builtin_return_address(0));

	if (!g)
		return 0;
	uint64_t id = g->g.id;

	pt_runnable(pt_self, g);
	return id;
}

void rt_exit(void)
{
	struct ptg *self = pt_self;
	int p = self->p;

	__atomic_store_n(&self->g.id, 0, __ATOMIC_RELEASE);
	self->g = (G){0};
	self->began = false;
	pt_gfput(self);
	RT_POINT(exit_free);
	pt_pass(p);
	_longjmp(self->start, 1);
}

/* The bottom frame of the first G; when fn returns the process is to end. */
static void pt_main(void *unused)
{
	uint32_t never = 0;

	go_init();
	first.fn(first.arg);
	go_main_returned();
	rt_lock(&pt_sched.lock);
	pt_sched.over = true;
	rt_unlock(&pt_sched.lock);
	__atomic_store_n(&first.returned, 1, __ATOMIC_RELEASE);
	pt_futex_wake(&first.returned);
	for (;;)
		pt_futex_wait(&never, 0);
}

int rt_run(int nproc, void (*fn)(void *), void *arg)
{
	struct sched *s = &pt_sched;

	if (s->nproc || !fn || nproc < 1 || nproc > RT_PROCS_MAX)
		return -EINVAL;
	pt_thread_init(nproc);
	first.fn = fn;
	first.arg = arg;
	struct ptg *g = newproc(pt_main, NULL, NULL);

	if (!g)
		return -errno;
	s->nproc = nproc;
	s->idle = UINT64_MAX >> (64 - nproc);
	pt_runnable(NULL, g);
	while (!__atomic_load_n(&first.returned, __ATOMIC_ACQUIRE))
		pt_futex_wait(&first.returned, 0);
	return 0;
}

G *rt_self(void)
{
	return pt_self ? &pt_self->g : NULL;
}

int rt_proc(void)
{
	return pt_self->p;
}
