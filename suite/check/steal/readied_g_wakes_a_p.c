#include "spin.h"

enum { ROUNDS = 200 };

static G *_Atomic waits;
static atomic_int woken, elsewhere;
static int home;

static bool publish(G *self, void *unused)
{
	waits = self;
	return true;
}

static void waiter(void *unused)
{
	while (woken < ROUNDS) {
		rt_park(publish, NULL, "check");
		elsewhere += rt_proc() != home;
		woken++;
	}
}

CHECK("to ready a G wakes an idle P, so it runs though its waker never stops",
	.clause = "steal.ready-wakes-idle-p",
	.source = "Go 1.19 proc.go: ready, wakep", .needs = RT_STEAL,
	.min_procs = 2)
{
	home = rt_proc();
	rt_spawn(waiter, NULL);
	for (int i = 0; i < ROUNDS; i++) {
		spin_until(waits);
		for (unsigned n = suite_random() % 65536; n > 0; n--)
			__asm__ volatile("" ::: "memory");
		rt_ready(atomic_exchange(&waits, NULL));
		spin_until(woken == i + 1);
	}
	EXPECT_EQ(elsewhere, ROUNDS);
	witness("Gs run elsewhere", elsewhere, ROUNDS);
}
