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
#include <errno.h>
#include <sched.h>
#include <sys/mman.h>

#include "pt.h"

/* what the C library takes off a thread's stack, thread-locals included */
enum { LIBC_SHARE = 8192, STACK = PT_STACK + LIBC_SHARE };

__thread struct ptg *pt_self;
static cpu_set_t cpu; /* of all threads, if pinned */
static bool pinned;
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

static void *start(void *g)
{
	go_thread_init();
	pt_self = g;
	/* what is above this frame is libc's */
	pt_self->hi = (char *)((uintptr_t)__builtin_frame_address(0) & -16ul);
	_setjmp(pt_self->start);
	pt_wait(pt_self);
	pt_goexit();
	__builtin_unreachable();
}

/* The stack is made here, not by libc: a thread that had to ask libc for its bounds
 * would need memory for the answer, and there may be none left. */
static bool make_stack(struct ptg *g)
{
	char *at = mmap(NULL, PT_GUARD + STACK, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);

	if (at == MAP_FAILED)
		return false;
	g->lo = at + PT_GUARD;
	if (mprotect(at, PT_GUARD, PROT_NONE) == 0)
		return true;
	munmap(at, PT_GUARD + STACK);
	return false;
}

/* 0, or why the machine refuses */
static int make_thread(struct ptg *g)
{
	pthread_attr_t attr;
	pthread_t thread;
	int refused = pthread_attr_init(&attr);

	if (refused)
		return refused;
	refused = pthread_attr_setstack(&attr, g->lo, STACK);
	if (!refused && pinned)
		refused = pthread_attr_setaffinity_np(&attr, sizeof(cpu), &cpu);
	if (!refused)
		refused = pthread_create(&thread, &attr, start, g);
	pthread_attr_destroy(&attr);
	return refused;
}

/* 0, or why the machine refuses */
int pt_thread(struct ptg *g)
{
	int refused;

	if (!make_stack(g))
		return errno;
	refused = make_thread(g);
	if (refused)
		munmap(g->lo - PT_GUARD, PT_GUARD + STACK);
	return refused;
}

/* All threads on the first CPU that the process may use: with one P only one of
 * them runs, and a switch within a CPU costs a tenth of one across. */
static void pin(void)
{
	cpu_set_t set;
	int first = 0;

	if (sched_getaffinity(0, sizeof(set), &set))
		return;
	while (!CPU_ISSET(first, &set))
		first++;
	CPU_ZERO(&cpu);
	CPU_SET(first, &cpu);
	pinned = true;
}

void pt_thread_init(int nproc)
{
	__asm__ volatile("stmxcsr %0; fnstcw %1"
			 : "=m"(fpctl.mxcsr), "=m"(fpctl.cw));
	if (nproc == 1)
		pin();
}
