#include "suite.h"

enum { GS = 6 };

static G *waits[GS];
static _Atomic uint64_t id[GS];
static struct go_chan *c;
static struct go_wg wg = {.n = 1};
static struct go_mutex locked;

static bool commit(G *self, void *unused)
{
	return true;
}

static void waiter(void *i)
{
	int me = (int)(intptr_t)i - 1, five = 5;

	waits[me] = rt_self();
	id[me] = rt_self()->id;
	if (me == 0)
		go_chan_recv(c, &five);
	else if (me == 1)
		go_chan_recv(NULL, &five);
	else if (me == 2)
		go_chan_send(NULL, &five);
	else if (me == 3)
		go_wg_wait(&wg);
	else if (me == 4)
		go_lock(&locked);
	else
		rt_park(commit, NULL, "check");
}

CHECK("a dump of all Gs heads each that waits with the reason that it gave to "
      "park",
	.clause = "block.park-reason",
	.source = "Go 1.19 runtime2.go: waitReason", .leaves = GS)
{
	static const char *why[GS] = {"chan receive", "chan receive (nil chan)",
		"chan send (nil chan)", "semacquire", "semacquire", "check"};
	static char dump[65536];
	char want[80];

	go_lock(&locked);
	c = go_chan_make(sizeof(int), 0);
	spawn_n(GS, waiter);
	for (int i = 0; i < GS; i++)
		until(id[i] && strcmp(rt_status(waits[i]), "waiting") == 0);
	go_stack(dump, sizeof(dump), true);
	for (int i = 0; i < GS; i++) {
		snprintf(want, sizeof(want), "\n\ngoroutine %llu [%s]:\n",
			(unsigned long long)id[i], why[i]);
		EXPECT_HAS(dump, want);
	}
}
