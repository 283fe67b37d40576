/* pingpong.h - a value goes to and fro over two unbuffered channels. */
#ifndef PINGPONG_H
#define PINGPONG_H

#include "suite.h"

static struct go_chan *ping, *pong;
static uint64_t received;

static void answer(void *wg)
{
	uint64_t v;

	while (go_chan_recv(ping, &v)) {
		received++;
		go_chan_send(pong, &v);
	}
	go_wg_done(wg);
}

/* there and back: i is sent, and must be what comes back */
static bool trip(uint64_t i)
{
	uint64_t v;

	go_chan_send(ping, &i);
	return go_chan_recv(pong, &v) && v == i;
}

/* pingpong_lap - lap->n hand-offs: the whole of a benchmark */
static inline void pingpong_lap(struct lap *lap)
{
	struct go_wg wg = {.n = 1};
	uint64_t came_back = 0;

	lap_round(lap, 2);
	ping = go_chan_make(sizeof(uint64_t), 0);
	pong = go_chan_make(sizeof(uint64_t), 0);
	if (!ping || !pong || !rt_spawn(answer, &wg))
		go_fatal("no memory for two channels and a G");
	trip(0);

	received = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i += 2)
		came_back += trip(i);
	lap_stop(lap);
	lap_did(lap, received + came_back);

	go_chan_close(ping);
	go_wg_wait(&wg);
	go_chan_free(ping);
	go_chan_free(pong);
}

#endif
