#include "suite.h"

static char stack[65536] __attribute__((aligned(64)));
static void *here, *there;
static uint64_t turns;

/*
 * SWITCH - nothing is called: the compiler saves what it needs, the stack holds
 * rbp and where to go on.  The 128 bytes: below rsp lies the red zone (psABI
 * 3.2.2).
 */
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

static void partner(void)
{
	for (;;) {
		turns++;
		SWITCH(there, here);
	}
}

/* so that partner starts as after a call: its address, a return address */
static void forge(void)
{
	void **top = (void **)(stack + sizeof(stack));

	top[-2] = (void *)partner;
	top[-1] = NULL;
	there = top - 2;
}

BENCH("switch between two stacks, the switch inlined at both places",
	.unit = "switch", .procs = 1)
{
	lap_round(lap, 2);
	forge();
	SWITCH(here, there);
	turns = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += 2)
		SWITCH(here, there);
	lap_stop(lap);
	lap_did(lap, 2 * turns);
}
