#include "suite.h"

CHECK("a group counted below zero is a panic", .clause = "sync.wg-negative",
	.source = "Go 1.19 waitgroup.go: Add", .dies = 2,
	.says = "panic: sync: negative WaitGroup counter")
{
	struct go_wg wg = {.n = 1};

	go_wg_done(&wg);
	go_wg_done(&wg);
}
