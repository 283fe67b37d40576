/* rescue.h - deferred calls that write down what they see, and a G to run them. */
#ifndef RESCUE_H
#define RESCUE_H

#include "suite.h"

/* not known to the compiler as noreturn, so it keeps what follows a call */
static void (*volatile leave)(void) __attribute__((unused)) = go_exit;

static inline void say(void *word)
{
	note("%s", (char *)word);
}

/* KEY:VALUE of what it recovers, a string, or KEY:nil */
static inline void rescue(void *key)
{
	struct go_any v = go_recover();

	note("%s:%s", (char *)key, v.type ? v.string : "nil");
}

static inline void panics(void *word)
{
	note("%s", (char *)word);
	go_panic((const char *)word);
}

static inline void exits(void *word)
{
	note("%s", (char *)word);
	go_exit();
}

struct life {
	struct go_wg ended;
	void (*body)(void);
};

static inline void live(void *life)
{
	struct life *l = life;

	go_defer(go_wg_done, &l->ended);
	l->body();
	note("returned");
}

/* live_once - run body() on a G of its own, to its end; notes "returned" if body
 * returns. */
static inline void live_once(void (*body)(void))
{
	struct life l = {.ended = {.n = 1}, .body = body};

	rt_spawn(live, &l);
	go_wg_wait(&l.ended);
}

#endif
