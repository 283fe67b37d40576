#include <pthread.h>

#include "suite.h"

static uint64_t ran;

static void *work(void *unused)
{
	ran++;
	return NULL;
}

BENCH("create a kernel thread and join it", .unit = "thread", .procs = 1)
{
	pthread_t thread;

	ran = 0;
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++) {
		int refused = pthread_create(&thread, NULL, work, NULL);

		if (refused) {
			lap_refuse(
				lap, "pthread_create: %s", strerror(refused));
			return;
		}
		pthread_join(thread, NULL);
	}
	lap_stop(lap);
	lap_did(lap, ran);
}
