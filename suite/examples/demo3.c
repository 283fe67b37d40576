/*
 * demo3 - how a goroutine ends itself: what is deferred runs, then it is gone,
 * and nothing after go_exit() does.
 *
 *      about to Goexit
 *      deferred before exit
 *      main ends, goroutines = 1
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "go.h"

static void say(void *text)
{
	puts(text);
}

static void leave(void)
{
	puts("about to Goexit");
	go_exit();
}

static void leaver(void *wg)
{
	go_defer(go_wg_done, wg); /* deferred first, so it runs last */
	go_defer(say, "deferred before exit");
	leave();
	puts("never printed");
}

static void main_g(void *unused)
{
	struct go_wg wg = {0};

	go_wg_add(&wg, 1);
	rt_spawn(leaver, &wg);
	go_wg_wait(&wg);
	printf("main ends, goroutines = %" PRId64 "\n", go_num_goroutine());
}

int main(void)
{
	const char *procs = getenv("GOMAXPROCS");
	int err = rt_run(procs ? atoi(procs) : 1, main_g, NULL);

	if (err)
		fprintf(stderr, "demo3: %s\n", strerror(-err));
	return err != 0;
}
