#include "rescue.h"

static int fails(struct go_any v, char *text, size_t size)
{
	go_panic("double error");
}

static const struct go_type broken = {"broken", fails};

CHECK("a value that panics when it is asked for its words is fatal",
	.clause = "panic-recover.error-method-may-yield",
	.source = "Go 1.19 panic.go: preprintpanics; crash_test.go: "
		  "TestPanicLoop",
	.dies = 2,
	.says = "fatal error: panic while printing panic value: double error\n")
{
	go_panic(go_as(&broken, 1));
}
