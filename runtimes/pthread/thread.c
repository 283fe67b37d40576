/*
 * thread.c - the thread of a G: life after life, each from the same frame.
 *
 *      hi      +-----------------------+
 *              | pt_goexit's frame     |
 *              | return address        |  in pt_goexit, behind the call of fn
 *              : frames of fn          :
 *      lo      +-----------------------+
 *              | guard                 |
 *
 * Section rt_goexit holds nothing but pt_goexit.
 */
#include <sched.h>

#include "pt.h"

/* what the C library takes off a thread's stack, thread-locals included */
enum { LIBC_SHARE = 8192 };

__thread struct ptg *pt_self;
static pthread_attr_t attr;
static struct {
	uint32_t mxcsr;
	uint16_t cw;
} fpctl; /* what each G starts with: that of the thread in rt_run */

/* go_exit as the compiler must not know it: not as a function that never
 * returns, or the return address of its call lay behind pt_goexit's end. */
static void (*volatile leave)(void) = go_exit;

static G *begin(struct ptg *self)
{
	__asm__ volatile(
		"ldmxcsr %0; fldcw %1" ::"m"(fpctl.mxcsr), "m"(fpctl.cw));
	self->began = true;
	return &self->g;
}

__attribute__((section("rt_goexit"), noinline, used)) void pt_goexit(void)
{
	__asm__ volatile(".cfi_undefined rip"); /* outermost frame */
	G *g = begin(pt_self);

	g->fn(g->arg);
	__asm__ volatile("nop"); /* fn returns to it: no tail call */
	leave();
	__builtin_trap();
}

/* lo just above the guard, hi just above pt_goexit's frame */
static void bounds(struct ptg *self, void *frame)
{
	pthread_attr_t own;
	void *lo;
	size_t size;

	pthread_getattr_np(pthread_self(), &own);
	pthread_attr_getstack(&own, &lo, &size);
	pthread_attr_destroy(&own);
	self->lo = lo;
	self->hi = (char *)((uintptr_t)frame & ~(uintptr_t)15);
}

static void *start(void *g)
{
	go_thread_init();
	pt_self = g;
	bounds(g, __builtin_frame_address(0));
	_setjmp(pt_self->start);
	pt_wait(pt_self);
	pt_goexit();
	__builtin_unreachable();
}

/* 0, or why the machine refuses */
int pt_thread(struct ptg *g)
{
	pthread_t thread;

	return pthread_create(&thread, &attr, start, g);
}

/* All threads on the first CPU that the process may use: with one P only one of
 * them runs, and a switch within a CPU costs a tenth of one across. */
static int pin(void)
{
	cpu_set_t set;
	int cpu = 0;

	if (sched_getaffinity(0, sizeof(set), &set))
		return 0;
	while (!CPU_ISSET(cpu, &set))
		cpu++;
	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	return pthread_attr_setaffinity_np(&attr, sizeof(set), &set);
}

/* 0, or why the machine refuses */
int pt_thread_init(int nproc)
{
	__asm__ volatile("stmxcsr %0; fnstcw %1"
			 : "=m"(fpctl.mxcsr), "=m"(fpctl.cw));
	int refused = pthread_attr_init(&attr);

	if (!refused)
		refused = pthread_attr_setguardsize(&attr, PT_GUARD);
	if (!refused)
		refused =
			pthread_attr_setstacksize(&attr, PT_STACK + LIBC_SHARE);
	if (!refused && nproc == 1)
		refused = pin();
	return refused;
}
