/* lap.h - what a batch has said of itself: written by lap.c, read by bench.c. */
#ifndef LAP_H
#define LAP_H

#include "subject.h"

enum { EVENTS = 65536 };

struct lap_state {
	int64_t started;  /* by lap_start */
	int64_t ns;       /* between lap_start and lap_stop, summed */
	int64_t wall_ns;  /* the whole body */
	uint64_t rounded; /* by lap_round; 0 when it was not called */
	uint64_t counted;
	bool proven; /* lap_did was called */
	double value;
	bool valued;
	size_t events;     /* stored in lap_events */
	char refused[256]; /* why not, "" when it can */
};

extern int64_t lap_events[EVENTS];

/* called when a lap has started, and when it is about to stop; NULL for none */
extern void (*lap_hook)(bool start);

#endif
