#include <sched.h>
#include <signal.h>

#include "suite.h"

enum { N = 4 };

static cpu_set_t all;
static atomic_int fewer, blocked;
static struct go_wg wg;

static void other(void *unused)
{
	cpu_set_t cpus;
	sigset_t mask;

	sched_getaffinity(0, sizeof(cpus), &cpus);
	fewer += !CPU_EQUAL(&cpus, &all);
	pthread_sigmask(SIG_BLOCK, NULL, &mask);
	blocked += sigismember(&mask, SIGUSR1);
	rt_block_enter(); /* the next one needs another M */
	usleep(20000);
	rt_block_exit();
	go_wg_done(&wg);
}

/* narrow what may be narrowed on the calling thread */
static void narrow(void)
{
	sigset_t mask;
	cpu_set_t one;
	int cpu = 0;

	sched_getaffinity(0, sizeof(all), &all);
	while (!CPU_ISSET(cpu, &all))
		cpu++;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	sched_setaffinity(0, sizeof(one), &one);
	sigemptyset(&mask);
	sigaddset(&mask, SIGUSR1);
	pthread_sigmask(SIG_BLOCK, &mask, NULL);
}

CHECK("what a tied G does to its thread, CPUs and signals, no other G has from "
      "it",
	.clause = "run.thread-is-its-own",
	.source = "Go 1.19 proc.go: startTemplateThread",
	.needs = RT_LOCK_THREAD | RT_BLOCKING)
{
	rt_lock_thread();
	narrow();
	go_wg_add(&wg, N);
	for (int i = 0; i < N; i++)
		rt_spawn(other, NULL);
	go_wg_wait(&wg);
	EXPECT_EQ(blocked, 0);
	EXPECT_EQ(fewer, 0);
}
