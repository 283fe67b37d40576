/* two.h - two threads, each on a CPU of its own. */
#ifndef TWO_H
#define TWO_H

#include <pthread.h>
#include <sched.h>

#include "suite.h"

/* the first two CPUs that this process may use; false when there is one only */
static inline bool two_cpus(cpu_set_t cpu[2])
{
	cpu_set_t mask;
	int found = 0;

	if (sched_getaffinity(0, sizeof(mask), &mask))
		return false;
	for (int i = 0; i < CPU_SETSIZE && found < 2; i++) {
		if (!CPU_ISSET(i, &mask))
			continue;
		CPU_ZERO(&cpu[found]);
		CPU_SET(i, &cpu[found++]);
	}
	return found == 2;
}

static inline bool start_on(
	pthread_t *thread, cpu_set_t *cpu, void *(*fn)(void *), void *arg)
{
	pthread_attr_t attr;
	int refused;

	pthread_attr_init(&attr);
	pthread_attr_setaffinity_np(&attr, sizeof(*cpu), cpu);
	refused = pthread_create(thread, &attr, fn, arg);
	pthread_attr_destroy(&attr);
	return !refused;
}

/* two_threads - run a(lap) and b(lap) side by side until both return; false
 * when the machine cannot, and then lap is refused */
static inline bool two_threads(
	struct lap *lap, void *(*a)(void *), void *(*b)(void *))
{
	void *(*fn[2])(void *) = {a, b};
	pthread_t thread[2];
	cpu_set_t cpu[2];

	if (!two_cpus(cpu)) {
		lap_refuse(lap, "needs two CPUs");
		return false;
	}
	for (int i = 0; i < 2; i++) {
		if (start_on(&thread[i], &cpu[i], fn[i], lap))
			continue;
		perror("pthread_create");
		abort(); /* the first would wait for the second for ever */
	}
	for (int i = 0; i < 2; i++)
		pthread_join(thread[i], NULL);
	return true;
}

#endif
