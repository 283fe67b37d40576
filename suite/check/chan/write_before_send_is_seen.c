#include "suite.h"

enum { ROUNDS = 1000, WORDS = 16 };

static struct go_chan *there, *back;
static int box[WORDS]; /* plain: the channels alone order the accesses */

static void partner(void *unused)
{
	int round;

	while (go_chan_recv(there, &round)) {
		for (int i = 0; i < WORDS; i++)
			box[i] = box[i] == round ? round + 1 : -1;
		go_chan_send(back, &round);
	}
}

CHECK("what is written before a send is seen after the receive, in both "
      "directions",
	.clause = "chan.happens-before",
	.source = "The Go Memory Model: channels")
{
	int stale = 0;

	there = go_chan_make(sizeof(int), 0);
	back = go_chan_make(sizeof(int), 1);
	rt_spawn(partner, NULL);
	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < WORDS; i++)
			box[i] = round;
		go_chan_send(there, &round);
		go_chan_recv(back, NULL);
		for (int i = 0; i < WORDS; i++)
			stale += box[i] != round + 1;
	}
	go_chan_close(there);
	EXPECT_EQ(stale, 0);
	until(go_num_goroutine() == 1);
}
