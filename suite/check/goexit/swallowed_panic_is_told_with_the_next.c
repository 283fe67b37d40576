#include "../panic-recover/rescue.h"

CHECK("a panic that go_exit has ended is listed by the report of one that "
      "comes "
      "after",
	.clause = "goexit.swallowed-panic-reprinted",
	.source = "Go 1.19 panic.go: printpanics", .dies = 2,
	.says = "panic: first\n\tpanic: last\n\n")
{
	go_defer(panics, "last");
	go_defer(exits, "exits");
	go_panic("first");
}
