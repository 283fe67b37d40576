/*
 * one_stack.c - two Gs that have one stack in turn, and nothing else that orders
 * them.  That their locals lie where those of the other lay is no race; that they
 * add to one word is.
 */
#include "../planted.h"

static struct go_wg all = {.n = 3};
static int holds, over, ran;
static char *lo[2];
static long sum[2];

static void holder(void *unused)
{
	go_defer(go_wg_done, &all);
	tell(&holds);
	await(&over, 1);
}

static __attribute__((noinline)) void add(volatile long *local, long *to)
{
	++*local;
	*to += *local;
}

static void adder(void *i)
{
	volatile long local = 0;
	char *low, *hi;

	rt_stack(rt_self(), &low, &hi);
	__atomic_store_n(&lo[(intptr_t)i], low, __ATOMIC_RELAXED);
	add(&local, &sum[planted ? 0 : (intptr_t)i]);
	tell(&ran);
	go_wg_done(&all);
}

PLANTED("data race")
{
	rt_spawn(holder, NULL);
	await(&holds, 1); /* another P has taken it: we keep ours */
	rt_spawn(adder, (void *)0);
	rt_spawn(adder, (void *)1);
	while (!told(&ran, 2))
		rt_yield();
	tell(&over);
	go_wg_wait(&all);
	planted_need(lo[0] == lo[1] || strcmp(rt_info.name, "gort"),
		"one stack for both");
}
