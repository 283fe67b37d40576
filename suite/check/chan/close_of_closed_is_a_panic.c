#include "suite.h"

CHECK("to close a channel twice is a panic", .clause = "chan.close-misuse",
	.source = "Go spec: Close; Go 1.19 chan.go: closechan", .dies = 2,
	.says = "panic: close of closed channel")
{
	struct go_chan *c = go_chan_make(sizeof(int), 1);

	go_chan_close(c);
	go_chan_close(c);
}
