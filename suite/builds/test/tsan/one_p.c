/*
 * one_p.c - two Gs of one P, one after the other, add to one word.  That they
 * did not run at once was luck: the other P was held by a third.
 */
#include "../planted.h"

static struct go_wg all = {.n = 3};
static struct go_mutex lock;
static int holds, over, ran, ran_on[2];
static long sum;

static void holder(void *unused)
{
	go_defer(go_wg_done, &all);
	tell(&holds);
	await(&over, 1);
}

static void adder(void *i)
{
	go_defer(go_wg_done, &all);
	if (!planted)
		go_lock(&lock);
	sum++;
	if (!planted)
		go_unlock(&lock);
	__atomic_store_n(&ran_on[(intptr_t)i], rt_proc(), __ATOMIC_RELAXED);
	tell(&ran);
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
	planted_need(ran_on[0] == ran_on[1], "both on one P");
}
