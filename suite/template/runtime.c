/* NAME.c - a runtime that is not written yet: runtimes/README.md says in which
 * order to write it. */
#include <errno.h>
#include <stdio.h>

#include "go.h"

const struct rt_info rt_info = {
	.name = "NAME",
	.description = "not written yet",
	.abilities = 0, /* what it can do beyond the core: enum rt_ability */
	.max_live = 0,
	.stack_bytes = RT_STACK_MIN,
};

static int unwritten(const char *what)
{
	fprintf(stderr, "not written yet: %s\n", what);
	return -ENOSYS;
}

/*
 * The caller of every fn, the end of every trace.  To the unwinder it is the
 * outermost frame; the nop keeps fn's return address inside it.
 */
__attribute__((section("rt_goexit"), noinline, used)) static void NAME_goexit(
	void (*fn)(void *), void *arg)
{
	__asm__ volatile(".cfi_undefined rip");
	fn(arg);
	__asm__ volatile("nop");
	go_exit();
}

int rt_run(int nproc, void (*fn)(void *), void *arg)
{
	return unwritten("rt_run");
}

uint64_t rt_spawn(void (*fn)(void *), void *arg)
{
	errno = -unwritten("rt_spawn");
	return 0;
}

void rt_yield(void)
{
	unwritten("rt_yield");
}

void rt_exit(void)
{
	go_fatal("not written yet: rt_exit");
}

G *rt_self(void)
{
	return NULL;
}

int rt_proc(void)
{
	return 0;
}

void rt_park(bool (*commit)(G *self, void *arg), void *arg, const char *why)
{
	unwritten("rt_park");
}

void rt_ready(G *g)
{
	unwritten("rt_ready");
}

void rt_hold(int delta)
{
	unwritten("rt_hold");
}

void rt_each(bool (*visit)(G *g, void *arg), void *arg)
{
}

bool rt_frame(G *g, void **pc, void **fp)
{
	return false;
}

bool rt_stack(G *g, char **lo, char **hi)
{
	return false;
}
