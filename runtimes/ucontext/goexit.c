/*
 * goexit.c - the bottom of every stack: here a G begins, and its traces end.
 *
 *      hi      +-----------------------+
 *              | uc_link: none         |  makecontext's
 *              | uc_goexit's frame     |  0 in its frame pointer
 *              | return address        |  in uc_goexit, behind the call of fn
 *              : frames of fn          :
 *
 * Section rt_goexit holds nothing but uc_goexit.
 */
#include "uc.h"

/* What a fresh G starts with: signal mask and floating-point control of the
 * thread in rt_run, and no frame below. */
static ucontext_t fresh;

/* go_exit as the compiler must not know it: not as a function that never
 * returns, or the return address of its call lay behind uc_goexit's end. */
static void (*volatile leave)(void) = go_exit;

static G *begin(void)
{
	uc_landed();
	struct ucg *g = (struct ucg *)rt_self();

	g->began = true;
	return &g->g;
}

__attribute__((section("rt_goexit"), noinline, used)) void uc_goexit(void)
{
	__asm__ volatile(".cfi_undefined rip"); /* outermost frame */
	G *g = begin();

	g->fn(g->arg);
	__asm__ volatile("nop"); /* fn returns to it: no tail call */
	leave();
	__builtin_trap();
}

bool uc_goexit_init(void)
{
	if (getcontext(&fresh))
		return false;
	fresh.uc_link = NULL;
	fresh.uc_mcontext.gregs[REG_RBP] = 0;
	return true;
}

/* No kernel: copied, not got.  The copy's pointer must be its own, as glibc's
 * context holds its floating-point area by address. */
void uc_goexit_plant(struct ucg *g)
{
	san_unseen_begin(); /* a copy of this size is a call of memcpy */
	g->regs = fresh;
	san_unseen_end();
	g->regs.uc_mcontext.fpregs = &g->regs.__fpregs_mem;
	g->regs.uc_stack.ss_sp = g->lo;
	g->regs.uc_stack.ss_size = uc_hi(g) - g->lo;
	makecontext(&g->regs, uc_goexit, 0);
	san_stack_begin(&g->san, g->lo, uc_hi(g));
}
