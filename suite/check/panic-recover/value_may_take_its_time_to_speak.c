#include "rescue.h"

static bool other_ran;

static void other(void *unused)
{
	other_ran = true;
}

static int slow(struct go_any v, char *text, size_t size)
{
	rt_spawn(other, NULL);
	until(other_ran);
	return snprintf(text, size, "%s, after a while", v.string);
}

static const struct go_type patient = {"patient", slow};

CHECK("the words of a value are asked for on its G, which may yield meanwhile",
	.clause = "panic-recover.error-method-may-yield",
	.source = "Go 1.19 panic.go: preprintpanics; crash_test.go: "
		  "TestPanicDeadlockSyscall",
	.procs = 1, .dies = 2, .says = "panic: P, after a while\n\n")
{
	go_panic(go_as(&patient, "P"));
}
