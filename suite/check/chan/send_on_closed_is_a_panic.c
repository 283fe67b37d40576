#include "suite.h"

CHECK("to send on a closed channel is a panic", .clause = "chan.close-misuse",
	.source = "Go spec: Close; Go 1.19 chan.go: chansend", .dies = 2,
	.says = "panic: send on closed channel")
{
	struct go_chan *c = go_chan_make(sizeof(int), 1);
	int value = 1;

	go_chan_close(c);
	go_chan_send(c, &value);
}
