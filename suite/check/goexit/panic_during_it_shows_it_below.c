#include <sys/wait.h>

#include "../panic-recover/again.h"

static char text[65536];

CHECK("the trace of a panic in what go_exit runs has go_exit below it",
	.clause = "goexit.uncaught-panic-in-defer",
	.source = "Go 1.19 crash_test.go: TestPanicAfterGoexit")
{
	int status = run_again("goexit/panic_during_it_ends_the_process",
		suite_procs(), text, sizeof(text));
	char *panics, *exit, *worker;

	EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	panics = strstr(text, "\npanics()\n");
	EXPECT(panics != NULL);
	exit = strstr(panics ? panics : "", "\ngo_exit()\n");
	EXPECT(exit != NULL);
	worker = strstr(exit ? exit : "", "\nworker()\n");
	EXPECT(worker != NULL);
}
