#include "suite.h"

enum { SIDES = 4, EACH = 400 };

static struct go_chan *c;
static atomic_int seen[SIDES * EACH], received, ended;

static void producer(void *i)
{
	int first = ((int)(intptr_t)i - 1) * EACH;

	for (int value = first; value < first + EACH; value++)
		go_chan_send(c, &value);
	ended++;
}

static void consumer(void *unused)
{
	int value;

	while (go_chan_recv(c, &value)) {
		seen[value]++;
		received++;
	}
	ended++;
}

static void expect_all(size_t cap)
{
	memset(seen, 0, sizeof(seen));
	received = ended = 0;
	c = go_chan_make(sizeof(int), cap);
	spawn_n(SIDES, consumer);
	spawn_n(SIDES, producer);
	until(received == SIDES * EACH);
	go_chan_close(c);
	until(ended == 2 * SIDES);
	for (int i = 0; i < SIDES * EACH; i++)
		EXPECT_EQ(seen[i], 1);
	until(go_num_goroutine() == 1);
	go_chan_free(c);
}

CHECK("with many senders and receivers each value is received exactly once",
	.clause = "chan.each-value-once",
	.source = "Go 1.19 chan.go: chansend, chanrecv")
{
	expect_all(0);
	expect_all(3);
}
