/*
 * sysmon.c - a thread without a P: takes Ps from Ms that block in the kernel,
 * and gives stacks that nobody needs back to it.
 *
 * It sleeps while there is nothing to watch, so a program without blocking
 * sections, and without a surplus of stacks, pays for its start.  Like Go's it
 * looks every 20 us as long as that finds something; after a millisecond in
 * which it did not, twice as rarely each time, up to 10 ms.  It also makes the
 * threads that others must not (m.c: gort_newm).
 *
 * Sleeping: state = ASLEEP, full barrier, look once more.  Who needs it does the
 * other way round: what is to be watched, full barrier, state.
 *
 * source: Go 1.19 proc.go: sysmon, retake
 */
#include "sysmon.h"

#include <pthread.h>

#include "idle.h"
#include "runq.h"
#include "slab.h"

uint32_t gort_sysmon_state;

enum {
	DELAY_LEAST = 20,
	DELAY_MOST = 10000,
	IDLE_ROUNDS = 50,
	LONG_NS = 10000000
};

/* what was seen of a P at the last look, and since when */
static struct {
	uint32_t tick;
	int64_t since;
} seen[RT_PROCS_MAX];

/*
 * A P that was given up before the last look, and not taken back since, by the
 * same M, is taken, unless there is nothing for it to do and it is not long.
 */
static bool is_due(P *p, int i, int64_t now)
{
	struct sched *s = &gort_sched;
	uint32_t tick = load_relaxed(&p->blocktick);

	if (load_acquire(&p->status) != P_BLOCKED)
		return false;
	if (seen[i].tick != tick) {
		seen[i].tick = tick;
		seen[i].since = now;
		return false;
	}
	return !runqempty(p) || now - seen[i].since >= LONG_NS ||
	       load_relaxed(&s->nmspinning) + load_relaxed(&s->npidle) == 0;
}

static bool retake(int64_t now)
{
	bool any = false;

	for (int i = 0; i < gort_sched.nproc; i++) {
		P *p = &gort_sched.ps[i];
		uint32_t blocked = P_BLOCKED;

		if (!is_due(p, i, now))
			continue;
		GORT_POINT(retake);
		if (!cas_full(&p->status, &blocked, P_IDLE))
			continue;
		GORT_POINT(retaken);
		p->g = NULL;
		gort_handoffp(p);
		any = true;
	}
	return any;
}

static bool anything_to_watch(void)
{
	for (int i = 0; i < gort_sched.nproc; i++)
		if (load_full(&gort_sched.ps[i].status) == P_BLOCKED)
			return true;
	return load_full(&gort_sched.mwanted) || gort_scavenge_needed();
}

static void sleep_until_woken(void)
{
	while (load_acquire(&gort_sysmon_state) == SYSMON_ASLEEP)
		futex_wait(&gort_sysmon_state, SYSMON_ASLEEP);
}

static void sleep_until_needed(void)
{
	uint32_t asleep = SYSMON_ASLEEP;

	GORT_POINT(sysmon_asleep);
	swap_full(&gort_sysmon_state, SYSMON_ASLEEP);
	GORT_POINT(sysmon_looks);
	if (anything_to_watch()) {
		cas_full(&gort_sysmon_state, &asleep, SYSMON_AWAKE);
		return;
	}
	GORT_POINT(sysmon_sleeps);
	sleep_until_woken();
}

static void nap(int us)
{
	struct timespec t = {.tv_nsec = us * 1000};

	nanosleep(&t, NULL);
}

static void *sysmon(void *unused)
{
	int idle = 0, delay = DELAY_LEAST;

	sleep_until_woken();
	while (load_acquire(&gort_sysmon_state) != SYSMON_ENDS) {
		nap(delay);
		if (!anything_to_watch()) {
			sleep_until_needed();
			idle = 0;
		}
		int64_t now = go_now();
		bool acted = retake(now);

		acted |= gort_scavenge(now);
		acted |= gort_newm_wanted();
		idle = acted ? 0 : idle + 1;
		if (idle < IDLE_ROUNDS)
			delay = DELAY_LEAST;
		else if (delay < DELAY_MOST / 2)
			delay *= 2;
		else
			delay = DELAY_MOST;
	}
	return NULL;
}

static pthread_t thread;

/* 0 or -errno */
int gort_sysmon_begin(void)
{
	gort_sysmon_state = SYSMON_ASLEEP;
	return -pthread_create(&thread, NULL, sysmon, NULL);
}

/* no G has run yet */
void gort_sysmon_end(void)
{
	store_release(&gort_sysmon_state, SYSMON_ENDS);
	futex_wake(&gort_sysmon_state, 1);
	pthread_join(thread, NULL);
}

void gort_sysmon_wake(void)
{
	uint32_t asleep = SYSMON_ASLEEP;

	if (cas_full(&gort_sysmon_state, &asleep, SYSMON_AWAKE))
		futex_wake(&gort_sysmon_state, 1);
}
