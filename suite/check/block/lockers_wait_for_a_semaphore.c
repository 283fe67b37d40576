#include "suite.h"

static struct go_mutex m;
static struct go_wg gate = {.n = 1}, ended = {.n = 2};

static void locker(void *unused)
{
	go_lock(&m);
	go_unlock(&m);
	go_wg_done(&ended);
}

static void waiter(void *unused)
{
	go_wg_wait(&gate);
	go_wg_done(&ended);
}

/* as 1.19 says it, or as later ones do */
static bool waits_for(const char *dump, int id, const char *later)
{
	char old[64], new[64];

	snprintf(old, sizeof(old), "goroutine %d [semacquire]:", id);
	snprintf(new, sizeof(new), "goroutine %d [%s]:", id, later);
	return strstr(dump, old) || strstr(dump, new);
}

CHECK("who waits for a mutex or a group is headed \"semacquire\", or by the "
      "name "
      "of that",
	.clause = "block.mutex-reason-version",
	.source = "Go 1.19 runtime2.go: waitReasonSemacquire", .procs = 1)
{
	static char dump[16384];
	int locks, waits;

	go_lock(&m);
	locks = (int)rt_spawn(locker, NULL);
	waits = (int)rt_spawn(waiter, NULL);
	rt_yield();
	go_stack(dump, sizeof(dump), true);
	EXPECT(waits_for(dump, locks, "sync.Mutex.Lock"));
	EXPECT(waits_for(dump, waits, "sync.WaitGroup.Wait"));
	go_unlock(&m);
	go_wg_done(&gate);
	go_wg_wait(&ended);
}
