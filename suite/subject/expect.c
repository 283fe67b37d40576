/*
 * expect.c - what a check says on the way, and what its body may call.
 */
#include <pthread.h>
#include <sched.h>
#include <stdarg.h>

#include "verdict.h"

enum {
	FAILURES_SHOWN = 20,
	NOTES_SIZE = 16384,
	TICKS = 61,
};

static atomic_ullong assertions, failures, unmet;

bool suite_expect(bool ok, const char *file, int line, const char *format, ...)
{
	va_list args;

	atomic_fetch_add(&assertions, 1);
	if (ok || atomic_fetch_add(&failures, 1) >= FAILURES_SHOWN)
		return ok;
	va_start(args, format);
	record("fail");
	record_text("file", file);
	record_int("line", line);
	record_vformat("text", format, args);
	record_end();
	va_end(args);
	return false;
}

void witness(const char *what, int64_t count, int64_t required)
{
	if (count < required)
		atomic_fetch_add(&unmet, 1);
	record("witness");
	record_text("what", what);
	record_int("count", count);
	record_int("required", required);
	record_end();
}

const char *verdict(void)
{
	if (failures)
		return "fail";
	return assertions == 0 || unmet ? "vacuous" : "pass";
}

uint64_t verdict_assertions(void)
{
	return assertions;
}

/* ----------------------------------------------------------------------- notes */

/* Held by an M for a few instructions, in which no G stops. */
static pthread_mutex_t notes_lock = PTHREAD_MUTEX_INITIALIZER;
static char log_text[NOTES_SIZE]; /* [notes_lock] */
static size_t log_end;            /* [notes_lock] < NOTES_SIZE */

void note(const char *format, ...)
{
	size_t space;
	va_list args;
	int length;

	pthread_mutex_lock(&notes_lock);
	if (log_end && log_end + 1 < NOTES_SIZE)
		log_text[log_end++] = ' ';
	space = NOTES_SIZE - log_end;
	va_start(args, format);
	length = vsnprintf(log_text + log_end, space, format, args);
	va_end(args);
	if (length > 0)
		log_end += (size_t)length < space ? (size_t)length : space - 1;
	pthread_mutex_unlock(&notes_lock);
}

const char *notes(void)
{
	return log_text;
}

void notes_clear(void)
{
	pthread_mutex_lock(&notes_lock);
	log_end = 0;
	log_text[0] = '\0';
	pthread_mutex_unlock(&notes_lock);
}

/* -------------------------------------------------------------- seed and turns */

static atomic_ullong random_state;

void suite_seed(uint64_t seed)
{
	random_state = seed;
}

/* splitmix64 */
uint64_t suite_random(void)
{
	const uint64_t step = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t x = atomic_fetch_add(&random_state, step) + step;

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

/* The kernel must let other Ms run, also where all share one CPU. */
void suite_turn(unsigned turn)
{
	rt_yield();
	if (turn % 1024 == 1023)
		usleep(50);
	else if (turn % 16 == 15)
		sched_yield();
}

void spawn_n(int n, void (*fn)(void *))
{
	for (intptr_t i = 1; i <= n; i++)
		if (!rt_spawn(fn, (void *)i)) {
			suite_expect(false, __FILE__, __LINE__,
				"spawn %d of %d is refused: %s", (int)i, n,
				strerror(errno));
			return;
		}
}

void align_tick(int phase)
{
	for (int i = 0; i < 2 * TICKS; i++) {
		if (rt_stat("schedtick") % TICKS == phase)
			return;
		rt_yield();
	}
	suite_expect(false, __FILE__, __LINE__,
		"schedtick %% 61 never was %d: it is %lld", phase,
		(long long)rt_stat("schedtick"));
}
