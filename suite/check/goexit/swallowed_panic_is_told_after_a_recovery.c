#include "../panic-recover/rescue.h"

CHECK("a panic that go_exit has ended is listed even when one between was "
      "recovered, which is not",
	.clause = "goexit.swallowed-panic-reprinted",
	.source = "Go 1.19 panic.go: printpanics, Goexit", .dies = 2,
	.says = "panic: A\n\tpanic: C\n\n")
{
	go_recoverable();
	go_defer(panics, "C");
	go_defer_recover(rescue, "r");
	go_defer(panics, "B");
	go_defer(exits, "exits");
	go_panic("A");
}
