/* stack_of_left.c - the same, of a G that left by go_exit. */
#include "../planted.h"

enum { DEPTH = 10 };

static struct go_wg used = {.n = 1}, none;
static struct go_wg all = {.n = 1};
static volatile char *kept;

/* not known to the compiler as noreturn */
static void (*volatile leave)(void) = go_exit;

static void wait(void *wg)
{
	go_wg_wait(wg);
}

static __attribute__((noinline)) void dive(int depth, size_t n)
{
	volatile char *here = __builtin_alloca(n);

	*here = 1;
	if (depth == DEPTH / 2)
		kept = here;
	if (depth > 0)
		dive(depth - 1, n);
	leave();
}

static void worker(void *n)
{
	go_defer(wait, planted ? &none : &used);
	go_defer(go_wg_done, &all);
	dive(DEPTH, (size_t)n);
}

PLANTED("use-after-poison")
{
	rt_spawn(worker, (void *)100);
	go_wg_wait(&all);
	while (planted && go_num_goroutine() > 1)
		rt_yield();
	for (int i = 0; i < 1000; i++) { /* gone is not yet put away */
		*kept = 2;
		sched_yield();
	}
	go_wg_done(&used);
}
