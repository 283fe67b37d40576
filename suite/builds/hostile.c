/*
 * hostile.c - delays where they hurt, drawn from a seed.
 *
 * At each point of point.h a thread may pause, let others run, or sleep for some
 * microseconds.  How often it does is drawn anew every now and then, for each
 * thread by itself: for a while one is slow and the others are quick.  And some
 * of the places are slow in this process, by the seed: there a sleep is likely.
 *
 * The seed is that of the check (--seed), so the command that a failure is
 * printed with repeats it: the same draws, if not the same order of events.
 * RT_POINT_SEED in the environment goes before it; without both it is 1.
 */
#include <errno.h>
#include <point.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	MOOD = 64, /* points until the rate is drawn anew */
	SLOW = 32, /* one place in so many is slow */
	PAUSES = 256,
	SLEEP_NS = 100000,
};

static uint64_t seed = 1;
static atomic_uint threads;

static __thread struct {
	uint64_t random; /* 0: not begun */
	unsigned left;   /* points until the next mood */
	unsigned rate;   /* a delay at one point in so many */
} own;

static uint64_t mix(uint64_t x)
{
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

static uint64_t draw(void)
{
	own.random += UINT64_C(0x9e3779b97f4a7c15);
	return mix(own.random);
}

/* glibc hands these to constructors */
static __attribute__((constructor)) void begin(int argc, char **argv)
{
	const char *text = getenv("RT_POINT_SEED");

	for (int i = 1; !text && i + 1 < argc; i++)
		if (strcmp(argv[i], "--seed") == 0)
			text = argv[i + 1];
	if (text)
		seed = strtoull(text, NULL, 0);
}

static bool is_slow(const char *id)
{
	uint64_t hash = seed;

	for (; *id; id++)
		hash = mix(hash + (unsigned char)*id + 1);
	return hash % SLOW == 0;
}

static void new_mood(void)
{
	static const unsigned rates[] = {2, 8, 64, 512, 4096, 4096, 4096, 4096};

	if (!own.random)
		own.random = mix(seed + mix(++threads)) | 1;
	own.left = MOOD;
	own.rate = rates[draw() % (sizeof(rates) / sizeof(*rates))];
}

static void sleep_ns(long ns)
{
	struct timespec t = {.tv_nsec = ns};

	nanosleep(&t, NULL);
}

static void delay(uint64_t random)
{
	unsigned how = random % 16;

	random >>= 4;
	if (how == 0)
		sleep_ns(random % SLEEP_NS);
	else if (how < 6)
		sched_yield();
	else
		for (unsigned i = random % PAUSES; i > 0; i--)
			__builtin_ia32_pause();
}

void hostile_point(const char *id)
{
	int value = errno;
	uint64_t random;

	if (own.left-- == 0 || !own.random)
		new_mood();
	random = draw();
	if (random % own.rate == 0)
		delay(random >> 16);
	else if (random >> 60 == 0 && is_slow(id))
		sleep_ns((random >> 16) % SLEEP_NS);
	errno = value;
}
