#include "suite.h"

CHECK("to receive from a NULL channel waits for ever, and the dump says on "
      "what",
	.clause = "block.nil-chan-forever",
	.source = "Go 1.19 chan.go: chanrecv", .dies = 2,
	.says = "goroutine 1 [chan receive (nil chan)]:")
{
	go_chan_recv(NULL, NULL);
}
