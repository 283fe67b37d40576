#include "suite.h"

enum { GS = 20 };

static atomic_int ended, unaligned;

static __attribute__((noinline)) void look(volatile double x)
{
	_Alignas(16) char local[16];
	uintptr_t at = (uintptr_t)local;
	char text[32];

	__asm__ volatile("" : "+r"(at)); /* nothing may be known about it */
	unaligned += at % 16 != 0;
	snprintf(text, sizeof(text), "%.3f", x); /* stores with movaps */
	unaligned += strcmp(text, "1.500") != 0;
}

static void worker(void *unused)
{
	uintptr_t fp = (uintptr_t)__builtin_frame_address(0);

	__asm__ volatile("" : "+r"(fp));
	unaligned += fp % 16 != 0;
	look(1.5);
	rt_yield();
	look(1.5);
	ended++;
}

CHECK("fn is entered with the stack aligned as the ABI wants it",
	.clause = "abi.alignment",
	.source = "psABI 3.2.2; Go 1.19 asm_amd64.s: asmcgocall")
{
	spawn_n(GS, worker);
	until(ended == GS);
	EXPECT_EQ(unaligned, 0);
}
