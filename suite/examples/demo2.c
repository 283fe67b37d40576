/*
 * demo2 - how a goroutine ends: goexit lies under its function, as if it had
 * called it, so control arrives there when the function returns.
 *
 *      skip = 0, file = suite/examples/demo2.c, line = 21, func = callers
 *      skip = 1, file = runtimes/gort/x86_64/switch.S, line = ..., func = ...
 *
 * The last line names the file that holds the goexit of this runtime.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "go.h"

static void callers(void *wg)
{
	struct go_frame frame;

	go_defer(go_wg_done, wg);
	for (int skip = 0; go_caller(skip, &frame); skip++)
		printf("skip = %d, file = %s, line = %d, func = %s\n", skip,
			frame.file, frame.line, frame.function);
}

static void main_g(void *unused)
{
	struct go_wg wg = {0};

	go_wg_add(&wg, 1);
	rt_spawn(callers, &wg);
	go_wg_wait(&wg);
}

int main(void)
{
	const char *procs = getenv("GOMAXPROCS");
	int err = rt_run(procs ? atoi(procs) : 1, main_g, NULL);

	if (err)
		fprintf(stderr, "demo2: %s\n", strerror(-err));
	return err != 0;
}
