#include "spin.h"

enum { ROUNDS = 200 };

static G *_Atomic waits;
static atomic_int runs, strays, off_home;
static int home_p;

static bool publish(G *self, void *unused)
{
	waits = self;
	return true;
}

static void tied(void *unused)
{
	rt_lock_thread();
	pid_t home = gettid();

	while (runs < ROUNDS) {
		rt_park(publish, NULL, "check");
		strays += gettid() != home;
		off_home += rt_proc() != home_p;
		runs++;
	}
	rt_unlock_thread();
}

CHECK("a tied G that another P takes from a queue runs on its own thread",
	.clause = "steal.locked-not-run-by-thief",
	.source = "Go 1.19 proc.go: schedule, startlockedm",
	.needs = RT_STEAL | RT_LOCK_THREAD, .min_procs = 2)
{
	home_p = rt_proc();
	rt_spawn(tied, NULL);
	for (int i = 0; i < ROUNDS; i++) {
		spin_until(waits);
		rt_ready(atomic_exchange(&waits, NULL));
		spin_until(runs == i + 1); /* this P never takes it */
	}
	EXPECT_EQ(strays, 0);
	witness("runs on another P", off_home, ROUNDS);
}
