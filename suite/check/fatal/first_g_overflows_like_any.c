#include "overflow.h"

CHECK("the first G, too, is stopped at the end of its stack, with what it has "
      "said kept",
	.clause = "fatal.stack-overflow",
	.source =
		"Go 1.19 stack.go: newstack; crash_test.go: TestStackOverflow",
	.needs = RT_GUARD, .dies = 2,
	.says = "runtime: goroutine stack exceeds")
{
	overflow_the_stack();
}
