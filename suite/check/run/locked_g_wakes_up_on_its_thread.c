#include "suite.h"

enum { ROUNDS = 300 };

static struct go_chan *ping, *pong;
static atomic_int moved;

static void locked(void *unused)
{
	pid_t here;
	int v;

	rt_lock_thread();
	here = gettid();
	while (go_chan_recv(ping, &v)) {
		moved += gettid() != here;
		go_chan_send(pong, &v);
		moved += gettid() != here;
	}
	rt_unlock_thread();
	go_chan_close(pong);
}

CHECK("a tied G that waits for a channel wakes up on its own thread",
	.clause = "run.lock-thread-identity",
	.source = "Go 1.19 proc.go: LockOSThread, stoplockedm, startlockedm",
	.needs = RT_LOCK_THREAD)
{
	int v;

	ping = go_chan_make(sizeof(int), 0);
	pong = go_chan_make(sizeof(int), 0);
	rt_spawn(locked, NULL);
	for (int i = 0; i < ROUNDS; i++) {
		go_chan_send(ping, &i);
		EXPECT(go_chan_recv(pong, &v) && v == i);
	}
	go_chan_close(ping);
	EXPECT(!go_chan_recv(pong, &v));
	EXPECT_EQ(moved, 0);
}
