#include <sys/wait.h>

#include "../panic-recover/again.h"

#define AGAIN "SUITE_CHECK_AGAIN" /* set in the process that this one starts */

static struct go_wg panicking = {.n = 1};
static char text[65536];

static void takes_its_time(void *unused)
{
	go_wg_done(&panicking);
	for (int i = 0; i < 100; i++)
		rt_yield();
	fputs("deferred-finished\n", stderr);
}

static void worker(void *unused)
{
	go_defer(takes_its_time, NULL);
	go_panic("slow");
}

static void return_while_it_panics(void)
{
	rt_spawn(worker, NULL);
	go_wg_wait(&panicking);
	fputs("main-returns\n", stderr);
}

static void expect_panic(void)
{
	int status;

	setenv(AGAIN, "1", true);
	status = run_again("exit/main_return_waits_for_a_panic", suite_procs(),
		text, sizeof(text));
	EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	EXPECT_HAS(text, "main-returns\ndeferred-finished\npanic: slow\n\n");
}

CHECK("when the first G returns while another panics, that panic ends the "
      "process, with 2",
	.clause = "exit.main-return-vs-panicking",
	.source = "Go 1.19 proc.go: main; crash_test.go: TestPanicRace",
	.procs = 1, .leaves = -1)
{
	if (getenv(AGAIN))
		return_while_it_panics();
	else
		expect_panic();
}
