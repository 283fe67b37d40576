#include "suite.h"

static atomic_int returned, alive, over;

static void leaves(void *unused)
{
	returned++;
}

static void stays(void *unused)
{
	alive++;
	until(over);
	alive--;
}

CHECK("when fn returns its G ends; nobody else does, and nothing comes back to "
      "the spawner",
	.clause = "exit.return-exits",
	.source = "Go 1.19 proc.go: goexit1, goexit0")
{
	int spawns = 0;

	for (; spawns < 40; spawns++)
		rt_spawn(spawns % 2 ? stays : leaves, NULL);
	EXPECT_EQ(spawns, 40);
	until(returned == 20 && alive == 20);
	until(go_num_goroutine() == 21);
	EXPECT_EQ(alive, 20);
	over = 1;
	until(go_num_goroutine() == 1);
	EXPECT_EQ(alive, 0);
}
