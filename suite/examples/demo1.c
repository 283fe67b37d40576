/*
 * demo1 - how a goroutine starts: main goes on before it runs.
 *
 *      main is running...
 *      goroutine is running...
 *
 * At one P that order is certain: the new G waits in runnext until main waits.
 * GOMAXPROCS=n runs it on n Ps, where another P may be faster.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "go.h"

static void hello(void *wg)
{
	puts("goroutine is running...");
	go_wg_done(wg);
}

static void main_g(void *unused)
{
	struct go_wg wg = {0};

	go_wg_add(&wg, 1);
	rt_spawn(hello, &wg);
	puts("main is running...");
	go_wg_wait(&wg);
}

int main(void)
{
	const char *procs = getenv("GOMAXPROCS");
	int err = rt_run(procs ? atoi(procs) : 1, main_g, NULL);

	if (err)
		fprintf(stderr, "demo1: %s\n", strerror(-err));
	return err != 0;
}
