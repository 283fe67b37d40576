#include "suite.h"

enum { PRODUCERS = 3, EACH = 500, CAP = 7 };

static struct go_chan *c;

static void producer(void *i)
{
	for (int n = 0; n < EACH; n++) {
		int value = (int)(intptr_t)i * EACH + n;

		go_chan_send(c, &value);
	}
}

CHECK("values come out in the order that each sender put them in",
	.clause = "chan.buffer-fifo",
	.source = "Go spec: Channel types; chan.go: sendx")
{
	int next[PRODUCERS + 1] = {0}, disorder = 0, value;

	c = go_chan_make(sizeof(int), CAP);
	EXPECT_EQ(go_chan_cap(c), CAP);
	spawn_n(PRODUCERS, producer);
	for (int i = 0; i < PRODUCERS * EACH; i++) {
		go_chan_recv(c, &value);
		disorder += value % EACH != next[value / EACH]++;
	}
	EXPECT_EQ(disorder, 0);
	until(go_num_goroutine() == 1);
	EXPECT_EQ(go_chan_len(c), 0);
	go_chan_free(c);
}
