/*
 * inline.h - a switch that is no call: what a switch of stacks costs at least.
 *
 * The compiler saves what it needs, the stack holds rbp and where to go on.  The
 * 128 bytes: below rsp lies the red zone (psABI 3.2.2), which a function that
 * calls nothing may use; so may one whose only call is hidden in an asm.
 */
#ifndef LIMIT_INLINE_H
#define LIMIT_INLINE_H

#include "suite.h"

/* SWITCH - leave this stack, its place in from; go on at to */
// clang-format off
#define SWITCH(from, to)                                                       \
	do {                                                                   \
		void **from_ = &(from), *to_ = (to);                           \
		__asm__ volatile("lea	-128(%%rsp), %%rsp\n"                  \
				 "	push	%%rbp\n"                       \
				 "	lea	1f(%%rip), %%rdx\n"            \
				 "	push	%%rdx\n"                       \
				 "	mov	%%rsp, (%%rdi)\n"              \
				 "	mov	%%rsi, %%rsp\n"                \
				 "	pop	%%rdx\n"                       \
				 "	jmp	*%%rdx\n"                      \
				 "1:	pop	%%rbp\n"                       \
				 "	sub	$-128, %%rsp"                  \
				 : "+D"(from_), "+S"(to_)                      \
				 :                                             \
				 : ALL_OTHERS);                                \
	} while (0)
#define ALL_OTHERS                                                             \
	"rax", "rbx", "rcx", "rdx", "r8", "r9", "r10", "r11", "r12", "r13",    \
	"r14", "r15", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",  \
	"xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14",   \
	"xmm15", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)",   \
	"st(7)", "memory", "cc"
// clang-format on

/* forge - what a first switch to fn finds on a stack that ends at top: its
 * address, and the place of a return address, so that it starts as after a call */
static inline void *forge(void *top, void (*fn)(void))
{
	void **at = (void **)top - 2;

	at[0] = (void *)fn;
	at[1] = NULL;
	return at;
}

#endif
