#include "rescue.h"

CHECK("a panic of nil that nobody recovers ends the process",
	.clause = "panic-recover.nil-value",
	.source = "Go 1.19 panic.go: gopanic, printpanics", .dies = 2,
	.says = "panic: nil\n\ngoroutine 1 [running]:\n")
{
	go_panic(go_nil);
}
