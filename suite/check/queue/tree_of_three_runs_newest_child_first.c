#include "suite.h"

static struct go_wg wg;

static void node(void *name);

/* names live as long as the check */
static void child(const char *of, char letter)
{
	size_t n = strlen(of);
	char *name = malloc(n + 2);

	memcpy(name, of, n);
	name[n] = letter;
	name[n + 1] = '\0';
	go_wg_add(&wg, 1);
	rt_spawn(node, name);
}

static void node(void *name)
{
	note("%s", (char *)name);
	for (char letter = '0'; strlen(name) < 3 && letter < '3'; letter++)
		child(name, letter);
	go_wg_done(&wg);
}

CHECK("of three children the newest runs next, the others queue behind those "
      "before",
	.clause = "queue.tree-order", .source = "Go 1.19 proc.go: runqput",
	.procs = 1, .needs = RT_RUNNEXT | RT_ORDER)
{
	child("", 'r');
	go_wg_wait(&wg);
	EXPECT_NOTES("r r2 r22 r0 r02 r1 r12 r20 r21 r00 r01 r10 r11");
}
