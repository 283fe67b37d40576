/*
 * pingpong - two goroutines hand a number to and fro over two channels.
 *
 *      pingpong [rounds]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "go.h"

struct table {
	struct go_chan *ping, *pong;
};

static void player(void *arg)
{
	struct table *t = arg;
	uint64_t ball;

	while (go_chan_recv(t->ping, &ball)) {
		ball++;
		go_chan_send(t->pong, &ball);
	}
	go_chan_close(t->pong);
}

static void main_g(void *arg)
{
	uint64_t ball = 0, rounds = *(uint64_t *)arg;
	struct table t = {.ping = go_chan_make(sizeof(ball), 0),
		.pong = go_chan_make(sizeof(ball), 0)};
	int64_t began = go_now();

	rt_spawn(player, &t);
	for (uint64_t i = 0; i < rounds; i++) {
		go_chan_send(t.ping, &ball);
		go_chan_recv(t.pong, &ball);
	}
	go_chan_close(t.ping);
	go_chan_recv(t.pong, NULL); /* false: the player has left */

	printf("%" PRIu64 " rounds, %.1f ns each\n", ball,
		(double)(go_now() - began) / (double)rounds);
	if (ball != rounds)
		exit(1);
	go_chan_free(t.ping);
	go_chan_free(t.pong);
}

int main(int argc, char **argv)
{
	const char *procs = getenv("GOMAXPROCS");
	uint64_t rounds = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000;
	int err;

	if (rounds == 0) {
		fprintf(stderr, "usage: pingpong [rounds]\n");
		return 2;
	}
	err = rt_run(procs ? atoi(procs) : (int)sysconf(_SC_NPROCESSORS_ONLN),
		main_g, &rounds);
	if (err)
		fprintf(stderr, "pingpong: %s\n", strerror(-err));
	return err != 0;
}
