#include "suite.h"

enum { CHAINS = 4, LINKS = 500, BYTES = 4096 };

static atomic_int ended, wrong;

/* a short life, spent in writing over the stack of the one before */
static void link_in_chain(void *n)
{
	volatile unsigned char mine[BYTES];
	intptr_t left = (intptr_t)n;

	for (int i = 0; i < BYTES; i++)
		mine[i] = (unsigned char)left;
	if (left > 1)
		rt_spawn(link_in_chain, (void *)(left - 1));
	else
		ended++;
	for (int i = 0; i < BYTES; i++)
		wrong += mine[i] != (unsigned char)left;
}

CHECK("a stack is used again only after the G that ended has left it",
	.clause = "exit.switch-to-g0",
	.source = "Go 1.19 proc.go: goexit1, mcall")
{
	for (int i = 0; i < CHAINS; i++)
		rt_spawn(link_in_chain, (void *)LINKS);
	until(ended == CHAINS);
	until(go_num_goroutine() == 1);
	EXPECT_EQ(wrong, 0);
}
