/* passed_on.c - who sends a thing over a channel has no business with it any
 * more. */
#include "../planted.h"

enum { ROUNDS = 20 };

static struct go_chan *there, *back;
static int used;

static void echo(void *unused)
{
	long *p;

	while (go_chan_recv(there, &p)) {
		++*p;
		if (planted)
			tell(&used);
		go_chan_send(back, &p);
	}
}

PLANTED("data race")
{
	long word = 0, *p = &word;

	there = go_chan_make(sizeof(p), 0);
	back = go_chan_make(sizeof(p), 1);
	rt_spawn(echo, NULL);
	for (int i = 0; i < ROUNDS; i++) {
		go_chan_send(there, &p);
		if (planted) {
			while (!told(&used, i + 1))
				rt_yield();
			++word;
		}
		go_chan_recv(back, &p);
		++word;
	}
	go_chan_close(there);
	planted_need(word >= 2 * ROUNDS, "the rounds");
}
