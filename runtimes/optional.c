/* optional.c - the optional calls of rt.h, for a runtime that does without them; one
 * that does not defines its own. */
#include "go.h"

__attribute__((weak)) int64_t rt_stat(const char *name)
{
	return -1;
}

__attribute__((weak)) const char *rt_status(G *g)
{
	void *pc, *fp;

	if (g->id == 0)
		return "dead";
	if (g == rt_self() || !rt_frame(g, &pc, &fp))
		return "running";
	return g->why ? "waiting" : "runnable";
}

__attribute__((weak)) void rt_yield_local(void)
{
	rt_yield();
}

__attribute__((weak)) void rt_block_enter(void)
{
}

__attribute__((weak)) void rt_block_exit(void)
{
}

__attribute__((weak)) int rt_set_max_threads(int n)
{
	return 0;
}

__attribute__((weak)) void rt_lock_thread(void)
{
}

__attribute__((weak)) void rt_unlock_thread(void)
{
}

__attribute__((weak)) bool rt_thread_locked(G *g)
{
	return false;
}
